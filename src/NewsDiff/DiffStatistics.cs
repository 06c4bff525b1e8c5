namespace NewsDiff;

/// <summary>How many words a comparison kept, inserted and deleted.</summary>
/// <remarks>Scripts without spaces, such as Chinese, Japanese and Thai, are counted in characters.</remarks>
/// <param name="WordsKept">Words in both texts.</param>
/// <param name="WordsInserted">Words only in the new text.</param>
/// <param name="WordsDeleted">Words only in the old text.</param>
public readonly record struct DiffStatistics(int WordsKept, int WordsInserted, int WordsDeleted)
{
    /// <summary>Adds two counts.</summary>
    /// <param name="left">One count.</param>
    /// <param name="right">The other.</param>
    public static DiffStatistics operator +(DiffStatistics left, DiffStatistics right) => left.Add(right);

    /// <summary>Adds another count to this one.</summary>
    /// <param name="other">The other count.</param>
    /// <returns>The sums.</returns>
    public DiffStatistics Add(DiffStatistics other) => new(
        WordsKept + other.WordsKept, WordsInserted + other.WordsInserted, WordsDeleted + other.WordsDeleted);
}
