using System.Collections.Immutable;
using System.Globalization;
using NewsDiff.Diffing.Alignment;

namespace NewsDiff.Research.Alignment;

/// <summary>
/// Reads sentences into bags of words, whatever their case, and into classes of equal ones.
/// </summary>
/// <remarks>
/// Most sentences of a new version are in the old one: each is cut once. Only sentences that are equal without case are
/// cut a second time, to see whether they read the same.
/// </remarks>
internal sealed class SentenceBagReader
{
    private const char FirstMark = '\u0300';

    private readonly WordBagReader _words = new(DiffOptions.Default);
    private readonly WordBagReader _equality = new(DiffOptions.Default);
    private readonly Dictionary<string, (WordBag Bag, int Class)> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<SentenceClass>> _classes = [];

    // Equal texts are equal in capitals too, unless one has a letter with its mark as one character and the other as
    // two: few such letters have a capital. Without marks there are no such texts.
    private readonly bool _canAskCapitals;

    /// <summary>Makes a reader of some sentences.</summary>
    /// <param name="sentences">All that will be read.</param>
    internal SentenceBagReader(ImmutableArray<string> sentences) =>
        _canAskCapitals = !sentences.Any(HasMarks);

    /// <summary>One more than the largest number of a word.</summary>
    internal int WordCount => _words.IdCount;

    /// <summary>One more than the largest class.</summary>
    internal int ClassCount { get; private set; }

    internal (WordBag[] Bags, int[] Classes) Read(ImmutableArray<string> sentences)
    {
        var bags = new WordBag[sentences.Length];
        int[] classes = new int[sentences.Length];
        for (int i = 0; i < sentences.Length; i++)
        {
            (bags[i], classes[i]) = Read(sentences[i]);
        }

        return (bags, classes);
    }

    private (WordBag Bag, int Class) Read(string sentence)
    {
        if (!_known.TryGetValue(sentence, out (WordBag Bag, int Class) read))
        {
            WordBag bag = _words.Read(Fold(sentence));
            read = (bag, ClassOf(sentence, bag));
            _known.Add(sentence, read);
        }

        return read;
    }

    // Of the typographic signs, only the apostrophe occurs inside words.
    private static string Fold(string sentence) => sentence.ToUpperInvariant().Replace('’', '\'');

    // Characters beyond the Basic Multilingual Plane count as marks: some are.
    private static bool HasMarks(string sentence)
    {
        int first = sentence.AsSpan().IndexOfAnyInRange(FirstMark, char.MaxValue);
        for (int i = Math.Max(first, 0); first >= 0 && i < sentence.Length; i++)
        {
            if (sentence[i] >= FirstMark && IsMark(sentence[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMark(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Surrogate;

    private int ClassOf(string sentence, WordBag capitals)
    {
        WordBag? exact = _canAskCapitals ? null : _equality.Read(sentence);
        int hash = (exact ?? capitals).TokensHash;
        if (!_classes.TryGetValue(hash, out List<SentenceClass>? same))
        {
            _classes.Add(hash, same = []);
        }

        if (same.Count > 0)
        {
            exact ??= _equality.Read(sentence);
        }

        SentenceClass? found = same.Find(other => (other.Bag ??= _equality.Read(other.Sentence)).ReadsLike(exact!));
        if (found is null)
        {
            same.Add(found = new SentenceClass(sentence, ClassCount++) { Bag = exact });
        }

        return found.Number;
    }

    /// <summary>Sentences that read the same.</summary>
    /// <param name="Sentence">One of them.</param>
    /// <param name="Number">Their number.</param>
    private sealed record SentenceClass(string Sentence, int Number)
    {
        /// <summary>Its words with their case; null until they are needed.</summary>
        internal WordBag? Bag { get; set; }
    }
}
