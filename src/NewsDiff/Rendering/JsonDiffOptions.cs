namespace NewsDiff.Rendering;

/// <summary>How comparisons are written as JSON.</summary>
public sealed record JsonDiffOptions
{
    /// <summary>Breaks and indents lines. The default is false: one line, without a line break at its end.</summary>
    public bool Indented { get; init; }
}
