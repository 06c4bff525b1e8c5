using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction;

/// <summary>Recognises a page that lists other pages: a front, a section, a topic.</summary>
/// <remarks>
/// A headline is a line that is a link to another page. The largest element with one headline is its card. A page is a
/// listing when nearly all of its prose is in cards.
/// </remarks>
internal sealed class Listing
{
    private const int FewestListed = 8;

    /// <summary>The minimum number of headlines on a page without prose or with a publication date.</summary>
    private const int FewestBare = 12;

    private const int ShortestHeadline = 15;
    private const int LongestTeaser = 300;
    private const double ShareOfTeasers = 0.6;

    /// <summary>The same share for a page that states a date of publication.</summary>
    private const double ShareWhenDated = 0.85;

    /// <summary>The maximum amount of prose outside cards.</summary>
    /// <remarks>A page with an introduction may be an article that lists things.</remarks>
    private const int MostOwn = 300;

    /// <summary>The same for a page whose headlines have no teasers.</summary>
    private const int MostOwnOfBare = 150;

    /// <summary>The same for a page that calls itself a listing, and for the front of a site.</summary>
    private const int MostOwnWhenCalled = 700;

    /// <summary>The maximum share of one card; an article may be followed by cards.</summary>
    private const double MostOfOneCard = 0.7;

    /// <summary>Places that list other pages below any article.</summary>
    private const Roles Elsewhere = Roles.Navigation | Roles.Footer | Roles.Related | Roles.Aside | Roles.Comments;

    private readonly Page _page;

    /// <summary>The number of headlines in each element.</summary>
    private readonly int[] _headlines;

    private Listing(Page page)
    {
        _page = page;
        _headlines = new int[page.Nodes.Length];
    }

    /// <summary>Counts the headlines of a listing.</summary>
    /// <param name="page">The page, measured.</param>
    /// <param name="isDated">Whether it says when its article was published.</param>
    /// <returns>Their number; null when the page is not a listing.</returns>
    public static int? Find(Page page, bool isDated)
    {
        if (!isDated && FindSeries(page) is { } cards)
        {
            return cards;
        }

        var listing = new Listing(page);
        List<int> headlines = listing.Headlines();
        int headings = headlines.Count(block => page.Nodes[page.Blocks[block].Node].Kind == ElementKind.Heading);
        if (headlines.Count < FewestBare && (headings < FewestListed || isDated))
        {
            return null;
        }

        int listed = listing.ProseOfCards(headlines);
        int all = page.Nodes[0].Prose;
        bool isListed = listed > 0 && listed >= (isDated ? ShareWhenDated : ShareOfTeasers) * all;
        bool isBare = !isDated && headlines.Count >= FewestBare;
        int own = all - listed;
        return (isListed && own < MostOwn) || (isBare && own < MostOwnOfBare) ? headlines.Count : null;
    }

    /// <summary>Counts the headlines of a page whose text is nearly all in cards of a few makes.</summary>
    private static int? FindSeries(Page page)
    {
        CardSeries series = CardSeries.Measure(page, Elsewhere);
        bool isListed = series.Cards >= CardSeries.Fewest
            && series.Listed >= ShareWhenDated * (series.Listed + series.Own)
            && series.Largest <= MostOfOneCard * series.Listed
            && series.Own < MostOwn
            && series.BelowHeadline < MostOwnOfBare;
        bool isCalled = series.Headlines >= CardSeries.Fewest
            && series.Own < MostOwnWhenCalled
            && series.BelowHeadline < MostOwn
            && (ListingWords.AreIn(page) || IsFront(page.Url));
        return isListed || isCalled ? series.Headlines : null;
    }

    /// <summary>Whether an address is that of a site itself.</summary>
    private static bool IsFront(Uri url) => url.PathAndQuery == "/";

    private List<int> Headlines()
    {
        var blocks = new List<int>();
        ReadOnlySpan<PageNode> nodes = _page.Nodes;
        for (int i = 0; i < _page.Blocks.Length; i++)
        {
            TextBlock block = _page.Blocks[i];
            if (block.Weight > ShortestHeadline
                && block.IsMostlyLinks
                && !nodes[block.Node].Granted.HasAny(Elsewhere)
                && nodes[block.Node].Kind is not (ElementKind.Cell or ElementKind.Row))
            {
                blocks.Add(i);
                _headlines[block.Node]++;
            }
        }

        for (int i = nodes.Length - 1; i > 0; i--)
        {
            _headlines[nodes[i].Parent] += _headlines[i];
        }

        return blocks;
    }

    /// <summary>The prose of the cards, each counted once.</summary>
    private int ProseOfCards(List<int> headlines)
    {
        int prose = 0;
        ReadOnlySpan<PageNode> nodes = _page.Nodes;
        foreach (int headline in headlines)
        {
            int card = _page.Blocks[headline].Node;
            while (nodes[card].Parent > 0 && _headlines[nodes[card].Parent] == 1)
            {
                card = nodes[card].Parent;
            }

            prose += nodes[card].Prose <= LongestTeaser && !HasMainHeadline(nodes, card) ? nodes[card].Prose : 0;
        }

        return prose;
    }

    /// <summary>Whether the page's own headline is in an element, which is then not a card of another page.</summary>
    private bool HasMainHeadline(ReadOnlySpan<PageNode> nodes, int card)
    {
        foreach (PageMark mark in _page.Marks)
        {
            if (mark.Kind == MarkKind.Headline && mark.Node >= card && mark.Node < nodes[card].EndNode
                && !(nodes[mark.Node].FirstBlock < _page.Blocks.Length
                    && _page.Blocks[nodes[mark.Node].FirstBlock].IsMostlyLinks))
            {
                return true;
            }
        }

        return false;
    }
}
