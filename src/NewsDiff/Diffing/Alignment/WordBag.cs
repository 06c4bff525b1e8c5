namespace NewsDiff.Diffing.Alignment;

/// <summary>A paragraph as a bag of words, together with all its tokens.</summary>
internal sealed class WordBag(WordCount[] words, int[] tokens)
{
    private const int MostTimesLonger = 6;

    private readonly int[] _tokens = tokens;
    private bool _isSorted;

    /// <summary>The words in the order of their first places.</summary>
    internal WordCount[] Words { get; } = words;

    /// <summary>The words in ascending order of id, in which they then stay.</summary>
    internal WordCount[] SortedWords
    {
        get
        {
            if (!_isSorted)
            {
                Words.AsSpan().Sort(static (left, right) => left.Id.CompareTo(right.Id));
                _isSorted = true;
            }

            return Words;
        }
    }

    /// <summary>The number of words, counting repeated ones.</summary>
    internal int Length { get; } = CountOf(words);

    /// <summary>A hash of all tokens in order.</summary>
    internal int TokensHash { get; } = HashOf(tokens);

    /// <summary>The sum of the weights of all words.</summary>
    internal long Weight { get; set; }

    /// <summary>Whether one of the two paragraphs can only be a fragment of the other.</summary>
    internal bool IsFragment(WordBag other) => IsFragment(Length, other.Length);

    /// <summary>Whether the shorter of two paragraphs of these lengths can only be a fragment.</summary>
    internal static bool IsFragment(int words, int otherWords) =>
        Math.Min(words, otherWords) * MostTimesLonger < Math.Max(words, otherWords);

    /// <summary>Whether another paragraph reads the same, except for folded differences.</summary>
    internal bool ReadsLike(WordBag other) => _tokens.AsSpan().SequenceEqual(other._tokens);

    private static int HashOf(int[] tokens)
    {
        int hash = tokens.Length;
        foreach (int token in tokens)
        {
            hash = unchecked((hash * 31) + token);
        }

        return hash;
    }

    private static int CountOf(WordCount[] words)
    {
        int count = 0;
        foreach (WordCount word in words)
        {
            count += word.Count;
        }

        return count;
    }
}
