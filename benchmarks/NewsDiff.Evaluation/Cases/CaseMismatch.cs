namespace NewsDiff.Evaluation.Cases;

/// <summary>A field of a case with an unexpected value.</summary>
internal readonly record struct CaseMismatch(string Field, string Expected, string Got);
