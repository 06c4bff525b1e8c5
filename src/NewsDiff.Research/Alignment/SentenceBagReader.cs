using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
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

    private readonly WordBagReader _words = WordBagReaderPool.Rent(DiffOptions.Default);
    private readonly Dictionary<string, (WordBag Bag, int Class)> _known;
    private readonly Dictionary<int, SentenceClass> _classes;

    // Equal texts are equal in capitals too, unless one has a letter with its mark as one character and the other as
    // two: few such letters have a capital. Without marks there are no such texts.
    private readonly bool _canAskCapitals;
    private WordBagReader? _equality;

    private SentenceBagReader(bool canAskCapitals, int expected, int expectedLength)
    {
        _canAskCapitals = canAskCapitals;
        _words.Expect(expectedLength);
        _known = new Dictionary<string, (WordBag Bag, int Class)>(expected, StringComparer.Ordinal);
        _classes = new Dictionary<int, SentenceClass>(expected);
    }

    /// <summary>One more than the largest number of a word.</summary>
    internal int WordCount => _words.IdCount;

    /// <summary>One more than the largest class.</summary>
    internal int ClassCount { get; private set; }

    /// <summary>Makes a reader of some sentences.</summary>
    internal static SentenceBagReader For(ImmutableArray<string> old, ImmutableArray<string> @new) =>
        new(
            canAskCapitals: !HaveMarks(old) && !HaveMarks(@new),
            expected: Math.Max(old.Length, @new.Length),
            expectedLength: Math.Max(Length(old), Length(@new)));

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

    /// <summary>Hands the buffers to the next reader; this one reads no more.</summary>
    /// <remarks>After an exception they may be half used, so this is not for a finally.</remarks>
    internal void Release()
    {
        WordBagReaderPool.Return(_words);
        if (_equality is not null)
        {
            WordBagReaderPool.Return(_equality);
        }
    }

    private (WordBag Bag, int Class) Read(string sentence)
    {
        ref (WordBag Bag, int Class) read =
            ref CollectionsMarshal.GetValueRefOrAddDefault(_known, sentence, out bool isKnown);
        if (!isKnown)
        {
            WordBag bag = _words.Read(Fold(sentence));
            read = (bag, ClassOf(sentence, bag));
        }

        return read;
    }

    // Of the typographic signs, only the apostrophe occurs inside words.
    private static string Fold(string sentence) => sentence.ToUpperInvariant().Replace('’', '\'');

    private static int Length(ImmutableArray<string> sentences)
    {
        long length = 0;
        foreach (string sentence in sentences)
        {
            length += sentence.Length;
        }

        return (int)Math.Min(length, int.MaxValue);
    }

    private static bool HaveMarks(ImmutableArray<string> sentences)
    {
        foreach (string sentence in sentences)
        {
            if (HasMarks(sentence))
            {
                return true;
            }
        }

        return false;
    }

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
        WordBag? exact = _canAskCapitals ? null : ReadExactly(sentence);
        ref SentenceClass? newest =
            ref CollectionsMarshal.GetValueRefOrAddDefault(_classes, (exact ?? capitals).TokensHash, out _);
        for (SentenceClass? other = newest; other is not null; other = other.Next)
        {
            exact ??= ReadExactly(sentence);
            other.Bag ??= ReadExactly(other.Sentence);
            if (other.Bag.ReadsLike(exact))
            {
                return other.Number;
            }
        }

        newest = new SentenceClass(sentence, ClassCount++, newest) { Bag = exact };
        return newest.Number;
    }

    private WordBag ReadExactly(string sentence) =>
        (_equality ??= WordBagReaderPool.Rent(DiffOptions.Default)).Read(sentence);

    /// <summary>Sentences that read the same.</summary>
    /// <param name="Sentence">One of them.</param>
    /// <param name="Number">Their number.</param>
    /// <param name="Next">Another class whose sentences may look the same; null for none.</param>
    private sealed record SentenceClass(string Sentence, int Number, SentenceClass? Next)
    {
        /// <summary>Its words with their case; null until they are needed.</summary>
        internal WordBag? Bag { get; set; }
    }
}
