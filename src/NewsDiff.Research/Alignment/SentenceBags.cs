using System.Collections.Immutable;
using NewsDiff.Diffing.Alignment;

namespace NewsDiff.Research.Alignment;

/// <summary>The sentences of both versions as bags of words; rare words weigh more.</summary>
/// <remarks>
/// Weights are whole numbers, so that their sums are the same in any order: aligning backwards gives the mirror image.
/// </remarks>
internal sealed class SentenceBags
{
    /// <summary>Likeness and shares are in millionths.</summary>
    internal const int One = 1_000_000;

    /// <summary>The length of keys in bits.</summary>
    internal const int KeyBits = 20;

    private const double Unit = 1024;

    // The maximum number of pairs of sentences that are compared, and of steps through their words.
    private const long MostPairs = 1 << 20;
    private const long MostSteps = 1 << 26;

    // Of a sentence that is so many times shorter, each word is searched for in the longer one.
    private const int MuchShorter = 16;

    private readonly ImmutableArray<string> _oldTexts;
    private readonly ImmutableArray<string> _newTexts;

    // Each key is computed when it is needed; until then it is null.
    private readonly int?[] _oldKeys;
    private readonly int?[] _newKeys;
    private readonly WordBag[] _old;
    private readonly WordBag[] _new;
    private readonly int[] _weights;
    private readonly int[] _oldClasses;
    private readonly int[] _newClasses;

    internal SentenceBags(ImmutableArray<string> old, ImmutableArray<string> @new)
    {
        _oldTexts = old;
        _newTexts = @new;
        _oldKeys = new int?[old.Length];
        _newKeys = new int?[@new.Length];
        var reader = SentenceBagReader.For(old, @new);
        (_old, _oldClasses) = reader.Read(old);
        (_new, _newClasses) = reader.Read(@new);
        ClassCount = reader.ClassCount;
        OldPlaces = new ClassPlaces(_oldClasses, ClassCount);
        NewPlaces = new ClassPlaces(_newClasses, ClassCount);
        int[] frequencies = new int[reader.WordCount];
        reader.Release();
        CountSentences(_old, frequencies);
        CountSentences(_new, frequencies);

        // Many words have the same frequency.
        double all = _old.Length + _new.Length;
        int[] weights =
        [
            .. Enumerable.Range(0, _old.Length + _new.Length + 1)
                .Select(frequency => (int)Math.Round(Unit * Math.Log(1 + (all / Math.Max(1, frequency))))),
        ];
        _weights = Array.ConvertAll(frequencies, frequency => weights[frequency]);
    }

    internal int OldCount => _old.Length;

    internal int NewCount => _new.Length;

    /// <summary>A number that depends on the text alone, so that ties are broken the same way backwards.</summary>
    internal int OldKey(int old) => KeyOf(_oldTexts[old], ref _oldKeys[old]);

    /// <inheritdoc cref="OldKey"/>
    internal int NewKey(int @new) => KeyOf(_newTexts[@new], ref _newKeys[@new]);

    internal ReadOnlySpan<WordCount> OldBag(int old) => _old[old].Words;

    internal ReadOnlySpan<WordCount> NewBag(int @new) => _new[@new].Words;

    internal int Weight(int word) => _weights[word];

    internal bool ReadAlike(int old, int @new) => _oldClasses[old] == _newClasses[@new];

    /// <summary>A number that is the same for sentences that read the same.</summary>
    internal int OldClass(int old) => _oldClasses[old];

    /// <inheritdoc cref="OldClass"/>
    internal int NewClass(int @new) => _newClasses[@new];

    /// <summary>One more than the largest class.</summary>
    internal int ClassCount { get; }

    /// <summary>The old sentences of each class.</summary>
    internal ClassPlaces OldPlaces { get; }

    /// <summary>The new sentences of each class.</summary>
    internal ClassPlaces NewPlaces { get; }

    /// <summary>The number of words.</summary>
    internal int OldWords(int old) => _old[old].Length;

    /// <inheritdoc cref="OldWords"/>
    internal int NewWords(int @new) => _new[@new].Length;

    /// <summary>The shares of both sentences' words that they have in common, in millionths.</summary>
    internal (int Old, int New) Share(int old, int @new)
    {
        ReadOnlySpan<WordCount> left = _old[old].SortedWords;
        ReadOnlySpan<WordCount> right = _new[@new].SortedWords;
        long shared = left.Length / MuchShorter > right.Length ? WeightOfShared(right, left)
            : right.Length / MuchShorter > left.Length ? WeightOfShared(left, right)
            : WeightOfMerged(left, right);
        return shared == 0 ? (0, 0) : ((int)(shared * One / Weigh(_old[old])), (int)(shared * One / Weigh(_new[@new])));
    }

    /// <summary>Whether all pairs of these sentences may be compared; if not, only those in a band.</summary>
    internal bool CanCompareAll(List<int> old, List<int> @new)
    {
        long oldWords = old.Sum(index => (long)_old[index].Words.Length);
        long newWords = @new.Sum(index => (long)_new[index].Words.Length);
        return (long)old.Count * @new.Count <= MostPairs
            && 2 * Math.Min(oldWords * @new.Count, newWords * old.Count) <= MostSteps;
    }

    /// <summary>The mean of both shares, in millionths.</summary>
    internal int Likeness(int old, int @new)
    {
        (int oldShare, int newShare) = Share(old, @new);
        return (oldShare + newShare) / 2;
    }

    private long WeightOfMerged(ReadOnlySpan<WordCount> left, ReadOnlySpan<WordCount> right)
    {
        long shared = 0;
        for (int l = 0, r = 0; l < left.Length && r < right.Length;)
        {
            int order = left[l].Id.CompareTo(right[r].Id);
            if (order == 0)
            {
                shared += (long)Math.Min(left[l].Count, right[r].Count) * _weights[left[l].Id];
            }

            l += order <= 0 ? 1 : 0;
            r += order >= 0 ? 1 : 0;
        }

        return shared;
    }

    private long WeightOfShared(ReadOnlySpan<WordCount> shorter, ReadOnlySpan<WordCount> longer)
    {
        long shared = 0;
        foreach (WordCount word in shorter)
        {
            int start = 0;
            int end = longer.Length;
            while (start < end)
            {
                int middle = (start + end) / 2;
                (start, end) = longer[middle].Id < word.Id ? (middle + 1, end) : (start, middle);
            }

            if (start < longer.Length && longer[start].Id == word.Id)
            {
                shared += (long)Math.Min(word.Count, longer[start].Count) * _weights[word.Id];
            }
        }

        return shared;
    }

    private static int KeyOf(string text, ref int? key) => key ??= Hash(text);

    // Twenty bits of FNV-1a (Fowler, Noll and Vo 1991).
    private static int Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
        {
            hash = (hash ^ c) * 16777619;
        }

        return (int)(hash >> (32 - KeyBits));
    }

    // Most sentences are equal to one of the other version, and need no weight.
    private long Weigh(WordBag bag)
    {
        if (bag.Weight == 0)
        {
            foreach (WordCount word in bag.Words)
            {
                bag.Weight += (long)word.Count * _weights[word.Id];
            }
        }

        return bag.Weight;
    }

    // Counts the sentences that have each word.
    private static void CountSentences(WordBag[] bags, int[] frequencies)
    {
        foreach (WordBag bag in bags)
        {
            foreach (WordCount word in bag.Words)
            {
                frequencies[word.Id]++;
            }
        }
    }
}
