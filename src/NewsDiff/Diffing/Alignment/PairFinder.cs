using System.Runtime.InteropServices;

namespace NewsDiff.Diffing.Alignment;

/// <summary>Finds pairs of paragraphs that are worth comparing, without comparing all pairs.</summary>
internal sealed class PairFinder
{
    private const int MostPerParagraph = 12;
    private const int MostTwins = 32;
    private const int MostCompared = MostPerParagraph + MostTwins;

    // Twins are paragraphs that read the same. In an article of thousands of paragraphs, each is compared with fewer.
    private const int LeastTwins = 4;
    private const int MostTwinPairs = 1 << 17;

    private const double LeastSimilarity = 0.3;

    // A paragraph of at least LeastWords words is part of another one that has at least LeastShare of it.
    private const double LeastShare = 0.6;
    private const int LeastWords = 4;

    private static readonly Comparer<ParagraphPair> ByNew =
        Comparer<ParagraphPair>.Create(static (a, b) => a.New.CompareTo(b.New));

    private readonly ParagraphWords _words;
    private readonly int _oldCount;
    private readonly int _newCount;

    // The weight that each new paragraph shares with the current old one, and the new paragraphs that share any.
    private readonly long[] _shared;
    private readonly List<int> _touched = [];
    private readonly Comparer<int> _byShare;

    internal PairFinder(ParagraphWords words, int oldCount, int newCount)
    {
        _words = words;
        _oldCount = oldCount;
        _newCount = newCount;
        _shared = new long[newCount];
        _byShare = Comparer<int>.Create(
            (a, b) => _shared[a] == _shared[b] ? a.CompareTo(b) : _shared[b].CompareTo(_shared[a]));
    }

    /// <summary>Finds pairs that are similar, or where one paragraph holds most of the other.</summary>
    /// <remarks>
    /// The pairs are in ascending order of old place, then new place. Equal paragraphs that occur once on each side are
    /// a pair, whatever else resembles them (see <see cref="RivalFilter"/>): they are not compared with other such
    /// paragraphs.
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

        bool[] isWanted = WordsOf(only);
        var places = WordPlaces.List(_words, _newCount, isWanted, isLeftOut: []);
        var otherPlaces = WordPlaces.List(_words, _newCount, isWanted: [], isOnlyNew);
        var pairs = new List<ParagraphPair>();
        int mostTwins = Math.Clamp(MostTwinPairs / Math.Max(_oldCount, 1), LeastTwins, MostTwins);
        for (int i = 0; i < _oldCount; i++)
        {
            WordBag bag = _words.Old(i);
            AddSharing(only[i] < 0 ? places : otherPlaces, bag);
            AddTwins(twins, bag, i, mostTwins);
            AddBest(i, pairs);
        }

        return pairs;
    }

    private void AddSharing(WordPlaces places, WordBag bag)
    {
        foreach (WordCount word in bag.Words)
        {
            long weight = _words.Weight(word.Id);
            foreach (int j in places.Of(word.Id))
            {
                Add(j, weight);
            }
        }
    }

    private void Add(int place, long weight)
    {
        if (_shared[place] == 0)
        {
            _touched.Add(place);
        }

        _shared[place] += weight;
    }

    /// <summary>For each old paragraph, the equal new paragraph if both occur once; otherwise -1.</summary>
    private int[] FindOnlyTwins(Dictionary<int, List<int>> twins)
    {
        var oldCounts = new Dictionary<int, int>(_oldCount);
        for (int i = 0; i < _oldCount; i++)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(oldCounts, _words.Old(i).TokensHash, out _)++;
        }

        var only = new int[_oldCount];
        for (int i = 0; i < _oldCount; i++)
        {
            int hash = _words.Old(i).TokensHash;
            bool isOnly = oldCounts[hash] == 1
                && twins.TryGetValue(hash, out List<int>? list)
                && list.Count == 1
                && _words.Old(i).ReadsLike(_words.New(list[0]));
            only[i] = isOnly ? twins[hash][0] : -1;
        }

        return only;
    }

    // Marks the words of old paragraphs without an only twin.
    private bool[] WordsOf(int[] only)
    {
        var words = new bool[_words.IdCount];
        for (int i = 0; i < _oldCount; i++)
        {
            foreach (WordCount word in only[i] < 0 ? _words.Old(i).Words : [])
            {
                words[word.Id] = true;
            }
        }

        return words;
    }

    private Dictionary<int, List<int>> ListTwins()
    {
        var twins = new Dictionary<int, List<int>>(_newCount);
        for (int j = 0; j < _newCount; j++)
        {
            ref List<int>? list =
                ref CollectionsMarshal.GetValueRefOrAddDefault(twins, _words.New(j).TokensHash, out _);
            (list ??= []).Add(j);
        }

        return twins;
    }

    // Paragraphs that read the same are pairs even when they hold only common words, or none.
    private void AddTwins(Dictionary<int, List<int>> twins, WordBag bag, int old, int most)
    {
        if (twins.TryGetValue(bag.TokensHash, out List<int>? list))
        {
            foreach (int j in NearestTo(old, list, most))
            {
                Add(j, bag.Weight + ParagraphWords.Unit);
            }
        }
    }

    // Lists the nearest places first, and the earlier of two at the same distance, without looking at all places.
    private static IEnumerable<int> NearestTo(int place, List<int> places, int most)
    {
        int after = places.BinarySearch(place);
        after = after < 0 ? ~after : after;
        int before = after - 1;
        for (int count = 0; count < most && (before >= 0 || after < places.Count); count++)
        {
            bool isBefore = after == places.Count || (before >= 0 && place - places[before] <= places[after] - place);
            yield return isBefore ? places[before--] : places[after++];
        }
    }

    private void AddBest(int old, List<ParagraphPair> pairs)
    {
        int first = pairs.Count;
        if (_touched.Count > MostCompared)
        {
            _touched.Sort(_byShare);
        }

        foreach (int j in CollectionsMarshal.AsSpan(_touched)[..Math.Min(_touched.Count, MostCompared)])
        {
            ParagraphPair pair = Compare(old, j);
            bool isPart = Math.Max(pair.OldShare, pair.NewShare) >= LeastShare && pair.Words >= LeastWords;
            if (pair.Similarity >= LeastSimilarity || isPart)
            {
                pairs.Add(pair);
            }
        }

        foreach (int j in _touched)
        {
            _shared[j] = 0;
        }

        _touched.Clear();
        if (pairs.Count > first + 1)
        {
            pairs.Sort(first, pairs.Count - first, ByNew);
        }
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

        double shared = _words.Shared(left, right);
        return shared == 0
            ? new ParagraphPair(old, @new, 0, 0, 0, length, ReadsAlike: false)
            : new ParagraphPair(
                old, @new, 2 * shared / (left.Weight + right.Weight), shared / left.Weight, shared / right.Weight,
                length, ReadsAlike: false);
    }
}
