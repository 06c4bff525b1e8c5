namespace NewsDiff.Rendering;

/// <summary>The layouts of a comparison in HTML.</summary>
public enum HtmlDiffLayout
{
    /// <summary>A table: the old text on the left, the new one on the right.</summary>
    SideBySide = 1,

    /// <summary>One text with deletions and insertions in it.</summary>
    Inline,
}
