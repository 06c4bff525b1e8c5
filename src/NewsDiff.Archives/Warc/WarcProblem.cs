namespace NewsDiff.Archives.Warc;

/// <summary>A fault that was found in a WARC file, and read past.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Location">The record, or the place, where it is wrong.</param>
/// <param name="Message">What is wrong, in a sentence for people.</param>
public sealed record WarcProblem(WarcProblemKind Kind, WarcLocation Location, string Message);
