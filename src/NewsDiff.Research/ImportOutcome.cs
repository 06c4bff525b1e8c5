namespace NewsDiff.Research;

/// <summary>What became of one version of a source.</summary>
public sealed record ImportOutcome
{
    /// <summary>The version, or the problem.</summary>
    public required ImportedVersion Row { get; init; }

    /// <summary>What became of it.</summary>
    public required ImportStatus Status { get; init; }

    /// <summary>Why it was left out, in a sentence for people; otherwise null.</summary>
    public string? Reason { get; init; }
}
