namespace NewsDiff.Evaluation.Extraction;

/// <summary>A page before and after the rest of its article was taken out, written by the same parser.</summary>
internal readonly record struct CutPage(string Whole, string Short);
