namespace NewsDiff.Evaluation.Extraction;

/// <summary>A page before and after it was cut, written by the same parser.</summary>
internal readonly record struct CutPage(string Whole, string Short);
