namespace NewsDiff.Rendering;

/// <summary>How comparisons are written for a terminal.</summary>
public sealed record AnsiDiffOptions
{
    /// <summary>
    /// Marks changes by colour, otherwise as <c>[-deleted-]</c> and <c>{+inserted+}</c>. The default is true.
    /// </summary>
    public bool Color { get; init; } = true;

    /// <summary>Wraps lines at this many columns, at least 20; null for no wrapping.</summary>
    /// <remarks>The default is null.</remarks>
    public int? Width { get; init => field = value is { } columns ? OptionRange.Check(columns, 20) : null; }

    /// <summary>Writes paragraphs that did not change too. The default is false: they are counted.</summary>
    public bool ShowUnchanged { get; init; }
}
