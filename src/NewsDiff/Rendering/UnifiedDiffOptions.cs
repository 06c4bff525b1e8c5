namespace NewsDiff.Rendering;

/// <summary>The options of unified patches.</summary>
public sealed record UnifiedDiffOptions
{
    /// <summary>How many unchanged lines surround a change. The default is 3.</summary>
    public int Context { get; init => field = OptionRange.Check(value, 0); } = 3;

    /// <summary>The name of the old side. The default is "old".</summary>
    public string OldName { get; init; } = "old";

    /// <summary>The name of the new side. The default is "new".</summary>
    public string NewName { get; init; } = "new";
}
