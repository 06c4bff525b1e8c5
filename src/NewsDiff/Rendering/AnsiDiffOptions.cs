namespace NewsDiff.Rendering;

/// <summary>The options of comparisons for a terminal.</summary>
public sealed record AnsiDiffOptions
{
    /// <summary>Whether to mark changes by colour, not as <c>[-deleted-]</c> and <c>{+inserted+}</c>.</summary>
    /// <remarks>The default is true.</remarks>
    public bool Color { get; init; } = true;

    /// <summary>Wraps lines at this many columns, at least 20; null for no wrapping.</summary>
    /// <remarks>The default is null.</remarks>
    public int? Width { get; init => field = value is { } columns ? OptionRange.Check(columns, 20) : null; }

    /// <summary>Whether to write unchanged paragraphs, not only their number. The default is false.</summary>
    public bool ShowUnchanged { get; init; }
}
