using System.Globalization;

namespace NewsDiff;

/// <summary>How many words a comparison kept, inserted and deleted.</summary>
/// <remarks>Scripts without spaces, such as Chinese, Japanese and Thai, are counted in characters.</remarks>
public readonly record struct DiffStatistics
{
    /// <summary>Makes a count.</summary>
    /// <param name="wordsKept">Words in both texts.</param>
    /// <param name="wordsInserted">Words only in the new text.</param>
    /// <param name="wordsDeleted">Words only in the old text.</param>
    public DiffStatistics(int wordsKept, int wordsInserted, int wordsDeleted)
    {
        WordsKept = wordsKept;
        WordsInserted = wordsInserted;
        WordsDeleted = wordsDeleted;
    }

    /// <summary>Words in both texts.</summary>
    public int WordsKept { get; init; }

    /// <summary>Words only in the new text.</summary>
    public int WordsInserted { get; init; }

    /// <summary>Words only in the old text.</summary>
    public int WordsDeleted { get; init; }

    /// <summary>Adds two counts.</summary>
    /// <param name="left">One count.</param>
    /// <param name="right">The other.</param>
    public static DiffStatistics operator +(DiffStatistics left, DiffStatistics right) => left.Add(right);

    /// <summary>Adds another count to this one.</summary>
    /// <param name="other">The other count.</param>
    /// <returns>The sums.</returns>
    public DiffStatistics Add(DiffStatistics other) => new(
        WordsKept + other.WordsKept, WordsInserted + other.WordsInserted, WordsDeleted + other.WordsDeleted);

    /// <summary>The counts in one line, such as <c>+5 −2 words, 100 kept</c>.</summary>
    /// <returns>The line.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"+{WordsInserted} −{WordsDeleted} words, {WordsKept} kept");
}
