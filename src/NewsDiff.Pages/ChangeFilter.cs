namespace NewsDiff.Pages;

/// <summary>The changes that a list is limited to.</summary>
public enum ChangeFilter
{
    /// <summary>Changes of headlines.</summary>
    Headline = 1,

    /// <summary>Changes of many words.</summary>
    Large,

    /// <summary>Changes that removed whole paragraphs.</summary>
    Removed,

    /// <summary>Changes without a notice to readers.</summary>
    Silent,

    /// <summary>Articles that vanished, came back, or were taken down.</summary>
    Vanished,
}
