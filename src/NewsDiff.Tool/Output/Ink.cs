namespace NewsDiff.Tool.Output;

/// <summary>The colours of the tool's lines, as numbers of the ANSI sequence "select graphic rendition".</summary>
internal enum Ink
{
    /// <summary>Bold, in the terminal's own colour.</summary>
    Bold = 1,

    /// <summary>Faint, for the least important text.</summary>
    Faint = 2,

    /// <summary>Red: something failed or is gone.</summary>
    Red = 31,

    /// <summary>Green: something new.</summary>
    Green = 32,

    /// <summary>Yellow: something changed.</summary>
    Yellow = 33,
}
