using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace NewsDiff.Diffing.Alignment;

/// <summary>The paragraphs of both articles as bags of weighted words; rare words weigh more.</summary>
/// <remarks>
/// The weight of a word is its inverse document frequency over the paragraphs of both articles (Spärck Jones 1972). In
/// scripts without spaces, two neighbouring characters count as a word. Weights are whole numbers, so that their sums
/// are the same in any order.
/// </remarks>
internal sealed class ParagraphWords
{
    /// <summary>What a logarithm of 1 weighs.</summary>
    internal const long Unit = 1 << 20;

    private readonly WordBag[] _bags;
    private readonly int _oldCount;
    private readonly long[] _weights;
    private readonly int[] _frequencies;

    // How often the bag that was compared last has each word.
    private readonly int[] _counts;
    private WordBag? _counted;

    internal ParagraphWords(ImmutableArray<Paragraph> old, ImmutableArray<Paragraph> @new, WordBagReader reader)
    {
        _oldCount = old.Length;
        reader.Expect(Math.Max(Length(old), Length(@new)));

        // Most paragraphs of a new version are in the old one too: each is read once.
        Dictionary<string, WordBag> known = new(Math.Max(old.Length, @new.Length), StringComparer.Ordinal);
        _bags = new WordBag[old.Length + @new.Length];
        for (int i = 0; i < _bags.Length; i++)
        {
            string text = (i < old.Length ? old[i] : @new[i - old.Length]).Text;
            ref WordBag? bag = ref CollectionsMarshal.GetValueRefOrAddDefault(known, text, out _);
            _bags[i] = bag ??= reader.Read(text);
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
        long[] weights =
        [
            .. Enumerable.Range(0, _bags.Length + 1)
                .Select(frequency => WeightOf((double)_bags.Length / Math.Max(1, frequency))),
        ];
        _weights = new long[_frequencies.Length];
        for (int id = 0; id < _weights.Length; id++)
        {
            _weights[id] = weights[_frequencies[id]];
        }

        _counts = new int[_frequencies.Length];
        foreach (WordBag bag in known.Values)
        {
            foreach (WordCount word in bag.Words)
            {
                bag.Weight += word.Count * _weights[word.Id];
            }
        }
    }

    internal WordBag Old(int index) => _bags[index];

    internal WordBag New(int index) => _bags[_oldCount + index];

    internal int Frequency(int id) => _frequencies[id];

    internal long Weight(int id) => _weights[id];

    internal int IdCount => _frequencies.Length;

    /// <summary>The weight of the words that two bags share.</summary>
    /// <remarks>It is fastest for one bag with several others, one after another.</remarks>
    internal long Shared(WordBag bag, WordBag other)
    {
        Count(bag);
        long sum = 0;
        foreach (WordCount word in other.Words)
        {
            sum += Math.Min(word.Count, _counts[word.Id]) * _weights[word.Id];
        }

        return sum;
    }

    private void Count(WordBag bag)
    {
        if (bag == _counted)
        {
            return;
        }

        foreach (WordCount word in _counted?.Words ?? [])
        {
            _counts[word.Id] = 0;
        }

        foreach (WordCount word in bag.Words)
        {
            _counts[word.Id] = word.Count;
        }

        _counted = bag;
    }

    private static int Length(ImmutableArray<Paragraph> paragraphs)
    {
        long length = 0;
        foreach (Paragraph paragraph in paragraphs)
        {
            length += paragraph.Text.Length;
        }

        return (int)Math.Min(length, int.MaxValue);
    }

    private static long WeightOf(double rarity) => (long)Math.Round(Unit * Math.Log(1 + rarity));
}
