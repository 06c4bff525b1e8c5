namespace NewsDiff.Diffing.Alignment;

/// <summary>A paragraph as a bag of words, together with all its tokens.</summary>
internal sealed class WordBag(WordCount[] words, int[] tokens)
{
    private const int MostTimesLonger = 6;

    private readonly int[] _tokens = tokens;

    /// <summary>The words in ascending order of id.</summary>
    internal WordCount[] Words { get; } = words;

    /// <summary>The number of words, counting repeated ones.</summary>
    internal int Length { get; } = words.Sum(word => word.Count);

    /// <summary>The sum of the weights of all words.</summary>
    internal double Weight { get; set; }

    /// <summary>Whether one of two paragraphs is too short to be more than a fragment.</summary>
    internal bool IsFragment(WordBag other) =>
        Math.Min(Length, other.Length) * MostTimesLonger < Math.Max(Length, other.Length);

    /// <summary>Whether another paragraph reads the same, except for folded differences.</summary>
    internal bool ReadsLike(WordBag other) => _tokens.AsSpan().SequenceEqual(other._tokens);

    internal int TokensHash()
    {
        int hash = _tokens.Length;
        foreach (int token in _tokens)
        {
            hash = unchecked((hash * 31) + token);
        }

        return hash;
    }
}
