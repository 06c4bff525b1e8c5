namespace NewsDiff.Rendering;

/// <summary>The layouts of a comparison in HTML.</summary>
public enum HtmlDiffLayout
{
    /// <summary>A table: the old text on the left, the new one on the right.</summary>
    /// <remarks>For texts that run from right to left, the columns do too.</remarks>
    SideBySide = 1,

    /// <summary>One text with deletions and insertions in it.</summary>
    Inline,

    /// <summary>A table on wide screens, one text on narrow ones.</summary>
    /// <remarks>Changed paragraphs are written for both, and styles show one of them.</remarks>
    Adaptive,
}
