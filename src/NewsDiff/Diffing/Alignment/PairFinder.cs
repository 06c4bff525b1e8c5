using System.Runtime.InteropServices;

namespace NewsDiff.Diffing.Alignment;

/// <summary>Finds pairs of paragraphs that are worth comparing, without comparing all pairs.</summary>
internal sealed class PairFinder
{
    // A word in more paragraphs than this tells little about any of them, and would make the search quadratic.
    private const int CommonWord = 48;
    private const int MostPerParagraph = 12;
    private const int MostTwins = 32;

    private const double LeastSimilarity = 0.3;

    // The share of a paragraph found in a longer one that makes it a part of that, and the words it takes to say so.
    private const double LeastShare = 0.6;
    private const int LeastWords = 4;

    private readonly ParagraphWords _words;
    private readonly int _oldCount;
    private readonly int _newCount;

    internal PairFinder(ParagraphWords words, int oldCount, int newCount)
    {
        _words = words;
        _oldCount = oldCount;
        _newCount = newCount;
    }

    /// <summary>Finds pairs that are similar, or where one paragraph holds most of the other.</summary>
    /// <remarks>
    /// They are in ascending order of old place, then new place. Paragraphs that read the same and have no double are a
    /// pair, whatever else is like them (see <see cref="RivalFilter"/>): those of two such pairs are not compared.
    /// </remarks>
    internal List<ParagraphPair> Find()
    {
        Dictionary<int, List<int>> twins = ListTwins();
        int[] only = FindOnlyTwins(twins);
        var isOnlyNew = new bool[_newCount];
        foreach (int j in only.Where(static j => j >= 0))
        {
            isOnlyNew[j] = true;
        }

        IEnumerable<int> others = Enumerable.Range(0, _oldCount).Where(i => only[i] < 0);
        List<int>?[] places = ListPlaces(WordsOf(others), static _ => true);
        List<int>?[] otherPlaces = ListPlaces(isWanted: null, j => !isOnlyNew[j]);
        var pairs = new List<ParagraphPair>();
        var shared = new double[_newCount];
        var touched = new List<int>();
        for (int i = 0; i < _oldCount; i++)
        {
            WordBag bag = _words.Old(i);
            AddSharing(only[i] < 0 ? places : otherPlaces, bag, touched, shared);
            AddTwins(twins, bag, i, touched, shared);
            AddBest(i, touched, shared, pairs);
        }

        return pairs;
    }

    private void AddSharing(List<int>?[] places, WordBag bag, List<int> touched, double[] shared)
    {
        foreach (WordCount word in bag.Words)
        {
            foreach (int j in places[word.Id] ?? [])
            {
                if (shared[j] == 0)
                {
                    touched.Add(j);
                }

                shared[j] += _words.Weight(word.Id);
            }
        }
    }

    /// <summary>For each old paragraph the one new paragraph that reads the same, if it has no double; or -1.</summary>
    private int[] FindOnlyTwins(Dictionary<int, List<int>> twins)
    {
        Dictionary<int, int> oldCounts = [];
        for (int i = 0; i < _oldCount; i++)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(oldCounts, _words.Old(i).TokensHash(), out _)++;
        }

        var only = new int[_oldCount];
        for (int i = 0; i < _oldCount; i++)
        {
            int hash = _words.Old(i).TokensHash();
            bool isOnly = oldCounts[hash] == 1
                && twins.TryGetValue(hash, out List<int>? list)
                && list.Count == 1
                && _words.Old(i).ReadsLike(_words.New(list[0]));
            only[i] = isOnly ? twins[hash][0] : -1;
        }

        return only;
    }

    private bool[] WordsOf(IEnumerable<int> oldPlaces)
    {
        var words = new bool[_words.IdCount];
        foreach (WordCount word in oldPlaces.SelectMany(i => _words.Old(i).Words))
        {
            words[word.Id] = true;
        }

        return words;
    }

    // Where each word is in the new article; null for nowhere, and for words that tell little or are not wanted.
    private List<int>?[] ListPlaces(bool[]? isWanted, Func<int, bool> isListed)
    {
        var places = new List<int>?[_words.IdCount];
        for (int j = 0; j < _newCount; j++)
        {
            foreach (WordCount word in isListed(j) ? _words.New(j).Words : [])
            {
                if (_words.Frequency(word.Id) <= CommonWord && isWanted?[word.Id] is not false)
                {
                    (places[word.Id] ??= []).Add(j);
                }
            }
        }

        return places;
    }

    private Dictionary<int, List<int>> ListTwins()
    {
        var twins = new Dictionary<int, List<int>>();
        for (int j = 0; j < _newCount; j++)
        {
            ref List<int>? list =
                ref CollectionsMarshal.GetValueRefOrAddDefault(twins, _words.New(j).TokensHash(), out _);
            (list ??= []).Add(j);
        }

        return twins;
    }

    // Paragraphs that read the same are pairs even when they hold only common words, or none.
    private static void AddTwins(
        Dictionary<int, List<int>> twins,
        WordBag bag,
        int old,
        List<int> touched,
        double[] shared)
    {
        if (!twins.TryGetValue(bag.TokensHash(), out List<int>? list))
        {
            return;
        }

        foreach (int j in NearestTo(old, list))
        {
            if (shared[j] == 0)
            {
                touched.Add(j);
            }

            shared[j] += bag.Weight + 1;
        }
    }

    // What sorting by distance would give, the earlier of two first, without looking at all of them.
    private static IEnumerable<int> NearestTo(int place, List<int> places)
    {
        int after = places.BinarySearch(place);
        after = after < 0 ? ~after : after;
        int before = after - 1;
        for (int count = 0; count < MostTwins && (before >= 0 || after < places.Count); count++)
        {
            bool isBefore = after == places.Count || (before >= 0 && place - places[before] <= places[after] - place);
            yield return isBefore ? places[before--] : places[after++];
        }
    }

    private void AddBest(int old, List<int> touched, double[] shared, List<ParagraphPair> pairs)
    {
        WordBag bag = _words.Old(old);
        int first = pairs.Count;
        foreach (int j in touched.OrderByDescending(j => shared[j]).ThenBy(j => j).Take(MostPerParagraph + MostTwins))
        {
            ParagraphPair pair = Compare(old, j);
            bool isPart = Math.Max(pair.OldShare, pair.NewShare) >= LeastShare && pair.Words >= LeastWords;
            if (pair.Similarity >= LeastSimilarity || isPart)
            {
                pairs.Add(pair);
            }
        }

        foreach (int j in touched)
        {
            shared[j] = 0;
        }

        touched.Clear();
        pairs.Sort(first, pairs.Count - first, Comparer<ParagraphPair>.Create((a, b) => a.New.CompareTo(b.New)));
    }

    private ParagraphPair Compare(int old, int @new)
    {
        WordBag left = _words.Old(old);
        WordBag right = _words.New(@new);
        int length = Math.Min(left.Length, right.Length);
        if (left.ReadsLike(right))
        {
            return new ParagraphPair(old, @new, Similarity: 1, OldShare: 1, NewShare: 1, length, ReadsAlike: true);
        }

        double shared = _words.Shared(left.Words, right.Words);
        return shared == 0
            ? new ParagraphPair(old, @new, 0, 0, 0, length, ReadsAlike: false)
            : new ParagraphPair(
                old, @new, 2 * shared / (left.Weight + right.Weight), shared / left.Weight, shared / right.Weight,
                length, ReadsAlike: false);
    }
}
