namespace NewsDiff.Evaluation.Cases;

/// <summary>A field of a case that came out otherwise than expected.</summary>
internal readonly record struct CaseMismatch(string Field, string Expected, string Got);
