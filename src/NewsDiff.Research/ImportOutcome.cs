namespace NewsDiff.Research;

/// <summary>What became of one version of a source.</summary>
/// <param name="Row">The version, or the problem.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Reason">Why it was left out, in a sentence for people; otherwise null.</param>
public sealed record ImportOutcome(ImportedVersion Row, ImportStatus Status, string? Reason = null);
