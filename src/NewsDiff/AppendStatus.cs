namespace NewsDiff;

/// <summary>How an append ended.</summary>
public enum AppendStatus
{
    /// <summary>A new version was stored.</summary>
    Appended = 1,

    /// <summary>The latest version already says the same; nothing was stored.</summary>
    Unchanged,

    /// <summary>Another version stands than was expected; nothing was stored.</summary>
    Conflict,
}
