namespace NewsDiff.Archives.Warc;

/// <summary>A fault in a WARC file, after which reading continued.</summary>
public sealed record WarcProblem
{
    /// <summary>What is wrong.</summary>
    public required WarcProblemKind Kind { get; init; }

    /// <summary>Where in the file the fault is.</summary>
    public required WarcLocation Location { get; init; }

    /// <summary>What is wrong, in a sentence for people.</summary>
    public required string Message { get; init; }
}
