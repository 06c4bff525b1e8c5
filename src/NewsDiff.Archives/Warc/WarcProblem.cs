namespace NewsDiff.Archives.Warc;

/// <summary>A fault that was found in a WARC file, and read past.</summary>
public sealed record WarcProblem
{
    /// <summary>What is wrong.</summary>
    public required WarcProblemKind Kind { get; init; }

    /// <summary>The record, or the place, where it is wrong.</summary>
    public required WarcLocation Location { get; init; }

    /// <summary>What is wrong, in a sentence for people.</summary>
    public required string Message { get; init; }
}
