using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace NewsDiff.Diffing.Alignment;

/// <summary>The paragraphs of both articles as bags of weighted words; rare words weigh more.</summary>
/// <remarks>
/// The weight of a word is its inverse document frequency over the paragraphs of both articles (Spärck Jones 1972). In
/// scripts without spaces, two neighbouring characters count as a word.
/// </remarks>
internal sealed class ParagraphWords
{
    private readonly List<WordBag> _bags = [];
    private readonly int _oldCount;
    private readonly double[] _weights;
    private readonly int[] _frequencies;

    internal ParagraphWords(ImmutableArray<Paragraph> old, ImmutableArray<Paragraph> @new, WordBagReader reader)
    {
        _oldCount = old.Length;

        // Most paragraphs of a new version are in the old one too: each is read once.
        Dictionary<string, WordBag> known = new(StringComparer.Ordinal);
        foreach (Paragraph paragraph in old.Concat(@new))
        {
            ref WordBag? bag = ref CollectionsMarshal.GetValueRefOrAddDefault(known, paragraph.Text, out _);
            _bags.Add(bag ??= reader.Read(paragraph.Text));
        }

        _frequencies = new int[reader.IdCount];
        foreach (WordBag bag in _bags)
        {
            foreach (WordCount word in bag.Words)
            {
                _frequencies[word.Id]++;
            }
        }

        // Many words have the same frequency, so each logarithm is computed once.
        double[] weights =
        [
            .. Enumerable.Range(0, _bags.Count + 1)
                .Select(frequency => Math.Log(1 + ((double)_bags.Count / Math.Max(1, frequency)))),
        ];
        _weights = [.. _frequencies.Select(frequency => weights[frequency])];
        foreach (WordBag bag in known.Values)
        {
            bag.Weight = bag.Words.Sum(word => word.Count * _weights[word.Id]);
        }
    }

    internal WordBag Old(int index) => _bags[index];

    internal WordBag New(int index) => _bags[_oldCount + index];

    internal int Frequency(int id) => _frequencies[id];

    internal double Weight(int id) => _weights[id];

    internal int IdCount => _frequencies.Length;

    /// <summary>The weight of the words that two bags share.</summary>
    internal double Shared(ReadOnlySpan<WordCount> left, ReadOnlySpan<WordCount> right)
    {
        double sum = 0;
        int l = 0;
        int r = 0;
        while (l < left.Length && r < right.Length)
        {
            int order = left[l].Id.CompareTo(right[r].Id);
            if (order == 0)
            {
                sum += Math.Min(left[l].Count, right[r].Count) * _weights[left[l].Id];
            }

            l += order <= 0 ? 1 : 0;
            r += order >= 0 ? 1 : 0;
        }

        return sum;
    }
}
