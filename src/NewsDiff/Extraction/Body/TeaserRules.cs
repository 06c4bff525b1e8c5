using NewsDiff.Extraction.Parsing;
using NewsDiff.Text;

namespace NewsDiff.Extraction.Body;

/// <summary>Drops teasers of other pages: cards with a linked heading, and labels of link lists.</summary>
internal sealed class TeaserRules
{
    private const int LongestTeaser = 600;
    private const int LongestLabel = 60;
    private const int FewestCards = 3;

    /// <summary>The divisor of the body's prose that gives the limit for teasers.</summary>
    private const int MostTeasers = 4;

    private readonly BodyBlocks _blocks;

    private TeaserRules(BodyBlocks blocks) => _blocks = blocks;

    public static void Apply(BodyBlocks blocks)
    {
        var rules = new TeaserRules(blocks);
        rules.DropTeasers();
        rules.DropLabels();
    }

    /// <summary>Drops cards of other pages: a linked heading and the lines beside it.</summary>
    private void DropTeasers()
    {
        List<PageNode> cards = FindTeasers();
        int prose = cards.Sum(card => card.Prose);
        if (prose * MostTeasers > _blocks.Page.Nodes[_blocks.Container].Prose)
        {
            // An article may itself be a list of linked things, each with its paragraph.
            DropSeries(cards, prose);
            return;
        }

        foreach (PageNode card in cards)
        {
            _blocks.Drop(card.FirstBlock - _blocks.First, card.EndBlock - _blocks.First);
        }
    }

    /// <summary>Drops an element that holds nothing but several cards, below most of the prose.</summary>
    private void DropSeries(List<PageNode> cards, int prose)
    {
        int around = cards.Count < FewestCards ? -1 : cards[0].Parent;
        if (around <= _blocks.Container || cards.Exists(card => card.Parent != around))
        {
            return;
        }

        PageNode series = _blocks.Page.Nodes[around];
        int above = 0;
        for (int i = 0; i < series.FirstBlock - _blocks.First; i++)
        {
            above += _blocks.KeptProse(i);
        }

        if (series.Prose == prose && above > prose && cards.TrueForAll(LeadsElsewhere))
        {
            _blocks.Drop(series.FirstBlock - _blocks.First, series.EndBlock - _blocks.First);
        }
    }

    /// <summary>Whether the first link of a card leads to another page; the heads of an accordion do not.</summary>
    private bool LeadsElsewhere(PageNode card)
    {
        ReadOnlySpan<PageNode> nodes = _blocks.Page.Nodes;
        for (int i = _blocks.Page.Blocks[card.FirstBlock].Node; i < card.EndNode; i++)
        {
            if ((nodes[i].Kind == ElementKind.Link ? i : nodes[i].Parent) is var link
                && nodes[link].Kind == ElementKind.Link && _blocks.Page.Elements[link].Address is { } address)
            {
                return address.Span is not ['#', ..] && _blocks.Page.Resolve(address.Span) is not null;
            }
        }

        return false;
    }

    private List<PageNode> FindTeasers()
    {
        var cards = new List<PageNode>();
        int last = -1;
        ReadOnlySpan<PageNode> nodes = _blocks.Page.Nodes;
        for (int i = 0; i < _blocks.Count; i++)
        {
            TextBlock block = _blocks[i];
            if (nodes[block.Node].Kind == ElementKind.Heading && block.IsMostlyLinks)
            {
                int card = nodes[block.Node].Parent;
                card = nodes[card].Kind == ElementKind.Link ? nodes[card].Parent : card;
                if (card > _blocks.Container && card != last && nodes[card].Prose <= LongestTeaser)
                {
                    cards.Add(nodes[card]);
                    last = card;
                }
            }
        }

        return cards;
    }

    /// <summary>Drops the label of dropped links: a short line directly above them.</summary>
    private void DropLabels()
    {
        int next = -1;
        int afterNext = -1;
        for (int i = _blocks.Count - 1; i >= 0; i--)
        {
            if (_blocks.Contexts[i].Roles.HasAny(Roles.Hidden))
            {
                continue;
            }

            TextBlock block = _blocks[i];
            bool isFollowed = afterNext >= 0 && _blocks.KeptProse(afterNext) > 0;
            bool isCandidate = _blocks.Verdicts[i] is { IsKept: true, Kind: not ParagraphKind.Quote }
                && block.Weight < LongestLabel;
            if (isCandidate
                && !isFollowed
                && next >= 0
                && IsDroppedLinks(next)
                && IsLabelLike(_blocks.Page.TextOf(block)))
            {
                _blocks.Verdicts[i] = BlockVerdict.Dropped;
            }

            afterNext = next;
            next = i;
        }
    }

    private bool IsDroppedLinks(int index)
    {
        TextBlock block = _blocks[index];
        return !_blocks.Verdicts[index].IsKept && block.Weight > 0 && block.IsMostlyLinks;
    }

    private static bool IsLabelLike(ReadOnlySpan<char> text) =>
        text.EndsWith("...", StringComparison.Ordinal)
            || text.IsEmpty
            || !Punctuation.EndsSentence(text[^1])
            || text[^1] is '\u2026' or '?';
}
