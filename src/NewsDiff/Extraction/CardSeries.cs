using System.Runtime.InteropServices;
using NewsDiff.Extraction.Body;
using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction;

/// <summary>Finds series of cards, each with a headline that links to another page of the site.</summary>
/// <remarks>
/// The headlines of a series are in elements of one make, and each stands above the text of its card. The text may be
/// long: many sites show whole stories on their fronts.
/// </remarks>
internal sealed class CardSeries
{
    /// <summary>The minimum number of cards in a series.</summary>
    public const int Fewest = 3;

    /// <summary>From this number of cards on, a series may have no text.</summary>
    private const int FewestBare = 5;

    /// <summary>The minimum mean weight of headlines; names of products and menus weigh less.</summary>
    private const int MeanHeadline = 10;
    private const int ShortestHeadline = 4;

    /// <summary>The divisor of a series' prose that gives the limit for prose above its headlines.</summary>
    private const int MostAbove = 4;

    private readonly Page _page;
    private readonly LinkTargets _targets;
    private readonly Dictionary<string, string?> _firstClasses = new(StringComparer.Ordinal);
    private readonly bool[] _listed;

    /// <summary>The number of headlines of the present series in each element.</summary>
    private readonly int[] _counts;

    /// <summary>The prose before each line of the page.</summary>
    private readonly int[] _before;

    /// <summary>The headlines that lead nowhere, in the order of the page: elements, and their first lines.</summary>
    private readonly int[] _ownNodes;
    private readonly int[] _ownBlocks;

    private CardSeries(Page page)
    {
        _page = page;
        _targets = new LinkTargets(page);
        _listed = new bool[page.Blocks.Length];
        _counts = new int[page.Nodes.Length];
        _before = new int[page.Blocks.Length + 1];
        for (int i = 0; i < page.Blocks.Length; i++)
        {
            _before[i + 1] = _before[i] + ProseOf(i);
        }

        _ownNodes =
        [
            .. page.Marks.Where(mark => mark.Kind == MarkKind.Headline && IsOwn(page.Nodes[mark.Node]))
                .Select(mark => mark.Node).Order(),
        ];
        _ownBlocks = [.. _ownNodes.Select(node => page.Nodes[node].FirstBlock)];
    }

    /// <summary>The largest number of cards with text in one series.</summary>
    public int Cards { get; private set; }

    /// <summary>The largest number of headlines in one series.</summary>
    public int Headlines { get; private set; }

    /// <summary>The prose of the largest card.</summary>
    public int Largest { get; private set; }

    /// <summary>The prose of all cards.</summary>
    public int Listed { get; private set; }

    /// <summary>The prose outside cards.</summary>
    public int Own { get; private set; }

    /// <summary>The prose between the page's own headline and the first card.</summary>
    public int BelowHeadline { get; private set; }

    /// <summary>Measures the series of a page.</summary>
    /// <param name="page">The page, measured.</param>
    /// <param name="elsewhere">The places that list other pages beside any article.</param>
    public static CardSeries Measure(Page page, Roles elsewhere)
    {
        var series = new CardSeries(page);
        foreach (List<int> headlines in series.Groups(elsewhere).Values)
        {
            if (headlines.Count >= Fewest
                && headlines.Sum(block => page.Blocks[block].Weight) >= MeanHeadline * headlines.Count)
            {
                series.Add(headlines);
            }
        }

        series.Sum();
        return series;
    }

    /// <summary>The headlines by the makes of their elements, each target once.</summary>
    private Dictionary<(string, string?, string, string?), List<int>> Groups(Roles elsewhere)
    {
        var groups = new Dictionary<(string, string?, string, string?), List<int>>();
        ReadOnlySpan<PageNode> nodes = _page.Nodes;
        for (int i = 0; i < _page.Blocks.Length; i++)
        {
            TextBlock block = _page.Blocks[i];
            PageNode node = nodes[block.Node];
            if (block.Weight >= ShortestHeadline && block.IsMostlyLinks && _targets.HasLink(i) && node.Parent >= 0
                && !node.Granted.HasAny(elsewhere) && node.Kind is not (ElementKind.Cell or ElementKind.Row))
            {
                PageElement own = _page.Elements[block.Node];
                PageElement parent = _page.Elements[node.Parent];
                (string, string?, string, string?) make =
                    (own.Tag, FirstClass(own), parent.Tag, FirstClass(parent));
                (CollectionsMarshal.GetValueRefOrAddDefault(groups, make, out _) ??= []).Add(i);
            }
        }

        foreach (List<int> headlines in groups.Values)
        {
            KeepEachTargetOnce(headlines);
        }

        return groups;
    }

    private void KeepEachTargetOnce(List<int> headlines)
    {
        if (headlines.Count >= Fewest)
        {
            HashSet<string> seen = new(StringComparer.Ordinal);
            headlines.RemoveAll(block => _targets.Of(block) is not { } target || !seen.Add(target));
        }
    }

    /// <summary>An element's first class name without the digits that count elements.</summary>
    private string? FirstClass(PageElement element)
    {
        if (element.Classes.IsEmpty)
        {
            return null;
        }

        ref string? first = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _firstClasses.GetAlternateLookup<ReadOnlySpan<char>>(), element.Classes.Span, out _);
        return first ??= string.Concat(element.Classes.ToString().Trim()
            .TakeWhile(static c => !char.IsWhiteSpace(c))
            .Where(static c => !char.IsAsciiDigit(c)));
    }

    private void Add(List<int> headlines)
    {
        List<int> cards = CardsOf(headlines);
        Dictionary<int, int> cardsOfParents = cards.CountBy(card => _page.Nodes[card].Parent).ToDictionary();
        int prose = 0;
        int above = 0;
        int largest = 0;
        var ranges = new List<Range>();
        for (int i = 0; i < headlines.Count; i++)
        {
            PageNode card = _page.Nodes[cards[i]];
            bool isFlat = cardsOfParents[card.Parent] >= Fewest
                && _page.Nodes[_page.Blocks[headlines[i]].Node].Kind == ElementKind.Heading;
            int next = i + 1 < cards.Count ? cards[i + 1] : 0;
            int end = isFlat ? EndOfFlat(card, headlines[i], next, largest) : card.EndBlock;
            if (!HasOwnHeadline(cards[i], headlines[i], end))
            {
                int text = ProseOf(headlines[i], end);
                above += ProseOf(card.FirstBlock, headlines[i]);
                prose += text;
                largest = Math.Max(largest, text);
                ranges.Add(headlines[i]..end);
            }
        }

        int written = ranges.Count(range => ProseOf(range.Start.Value, range.End.Value) > 0);
        if (above * MostAbove <= prose && (written >= 2 || headlines.Count >= FewestBare))
        {
            ranges.ForEach(range => _listed.AsSpan(range).Fill(true));
            Cards = Math.Max(Cards, written);
            Headlines = Math.Max(Headlines, ranges.Count);
            Largest = Math.Max(Largest, largest);
        }
    }

    private List<int> CardsOf(List<int> headlines)
    {
        Count(headlines, 1);
        List<int> cards = headlines.ConvertAll(CardOf);
        Count(headlines, -1);
        return cards;
    }

    /// <summary>The end of a card that has no element of its own: the next headline, or the end of the list.</summary>
    /// <remarks>What follows the last headline may be anything; it is its text when no card before has more.</remarks>
    private int EndOfFlat(in PageNode card, int headline, int next, int largest)
    {
        if (_page.Nodes[next].Parent == card.Parent)
        {
            return _page.Nodes[next].FirstBlock;
        }

        int end = _page.Nodes[card.Parent].EndBlock;
        return ProseOf(headline, end) <= largest ? end : card.EndBlock;
    }

    private void Count(List<int> headlines, int by)
    {
        foreach (int headline in headlines)
        {
            for (int node = _page.Blocks[headline].Node; node >= 0; node = _page.Nodes[node].Parent)
            {
                _counts[node] += by;
            }
        }
    }

    /// <summary>The largest element around a headline without another of its series.</summary>
    private int CardOf(int headline)
    {
        int card = _page.Blocks[headline].Node;
        while (_page.Nodes[card].Parent > 0 && _counts[_page.Nodes[card].Parent] == 1)
        {
            card = _page.Nodes[card].Parent;
        }

        return card;
    }

    private bool HasOwnHeadline(int card, int start, int end) =>
        HasAny(_ownNodes, card, _page.Nodes[card].EndNode) || HasAny(_ownBlocks, start, end);

    /// <summary>Whether ascending places have one in a range.</summary>
    private static bool HasAny(int[] places, int start, int end)
    {
        int first = Array.BinarySearch(places, start);
        first = first < 0 ? ~first : first;
        return first < places.Length && places[first] < end;
    }

    /// <summary>Whether a headline does not lead to another page.</summary>
    private bool IsOwn(in PageNode headline) =>
        headline.FirstBlock < headline.EndBlock && !_page.Blocks[headline.FirstBlock].IsMostlyLinks;

    private int ProseOf(int start, int end) => start < end ? _before[end] - _before[start] : 0;

    private int ProseOf(int index)
    {
        TextBlock block = _page.Blocks[index];
        return _page.Nodes[block.Node].Granted.HasAny(Roles.Denied) || ProseMeasure.IsDeniedInline(_page.Nodes, block)
            ? 0
            : ProseMeasure.ProseOf(block);
    }

    private void Sum()
    {
        for (int i = 0; i < _listed.Length; i++)
        {
            int prose = ProseOf(i);
            Listed += _listed[i] ? prose : 0;
            Own += _listed[i] ? 0 : prose;
        }

        // From the end: the first line of a card at or after each headline.
        int listed = _listed.Length;
        int at = _listed.Length;
        for (int i = _ownNodes.Length - 1; i >= 0; i--)
        {
            int end = _page.Nodes[_ownNodes[i]].EndBlock;
            while (at > end)
            {
                at--;
                listed = _listed[at] ? at : listed;
            }

            BelowHeadline = Math.Max(BelowHeadline, ProseOf(end, listed));
        }
    }
}
