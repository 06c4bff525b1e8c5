namespace NewsDiff.Rendering;

/// <summary>The options of comparisons in JSON.</summary>
public sealed record JsonDiffOptions
{
    /// <summary>Whether lines are broken and indented; false for one line without a line break.</summary>
    /// <remarks>The default is false.</remarks>
    public bool Indented { get; init; }
}
