using System.Collections.Immutable;
using NewsDiff.Diffing.Alignment;

namespace NewsDiff.Research.Alignment;

/// <summary>
/// Reads sentences into bags of words, whatever their case, and into classes of equal ones.
/// </summary>
/// <remarks>Most sentences of a new version are in the old one: each is cut once.</remarks>
internal sealed class SentenceBagReader
{
    private readonly WordBagReader _words = new(DiffOptions.Default);
    private readonly WordBagReader _equality = new(DiffOptions.Default);
    private readonly Dictionary<string, (WordBag Bag, int Class)> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<(WordBag Bag, int Class)>> _classes = [];

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
            read = (_words.Read(Fold(sentence)), ClassOf(_equality.Read(sentence)));
            _known.Add(sentence, read);
        }

        return read;
    }

    // Of the typographic signs, only the apostrophe occurs inside words.
    private static string Fold(string sentence) => sentence.ToUpperInvariant().Replace('’', '\'');

    private int ClassOf(WordBag bag)
    {
        if (!_classes.TryGetValue(bag.TokensHash, out List<(WordBag Bag, int Class)>? same))
        {
            _classes.Add(bag.TokensHash, same = []);
        }

        int index = same.FindIndex(other => other.Bag.ReadsLike(bag));
        if (index < 0)
        {
            index = same.Count;
            same.Add((bag, ClassCount++));
        }

        return same[index].Class;
    }
}
