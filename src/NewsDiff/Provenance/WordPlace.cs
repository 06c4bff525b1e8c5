namespace NewsDiff.Provenance;

/// <summary>Where a word is in a text, its token, and what it counts for.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">Its length.</param>
/// <param name="Token">Its token.</param>
/// <param name="Weight">2 for a word, 1 for a character of a script without spaces, 0 for a symbol.</param>
internal readonly record struct WordPlace(int Start, int Length, int Token, int Weight)
{
    /// <summary>The smallest weight of words that are recognised away from their place: five words.</summary>
    /// <remarks>Shorter phrases recur by chance.</remarks>
    internal const int Recognisable = 10;
}
