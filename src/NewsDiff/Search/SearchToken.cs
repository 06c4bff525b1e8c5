namespace NewsDiff.Search;

/// <summary>A word of a text, in the form in which it is searched for.</summary>
/// <param name="Term">The folded word; of a script without spaces, two characters, or the last one.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="IsLastUnit">Whether it is the last character of a run without spaces.</param>
internal readonly record struct SearchToken(string Term, int Start, int End, bool IsLastUnit = false);
