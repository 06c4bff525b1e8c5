namespace NewsDiff.Archives.Warc;

/// <summary>A fault in a WARC file after which reading continued.</summary>
/// <param name="Kind">The kind of the fault.</param>
/// <param name="Location">The place of the fault, or its record.</param>
/// <param name="Message">The fault, in a sentence for people.</param>
public sealed record WarcProblem(WarcProblemKind Kind, WarcLocation Location, string Message);
