using NewsDiff.Dates;
using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Body;

/// <summary>Drops everything above the first and below the last prose of a container.</summary>
internal sealed class EdgeRules
{
    private const int LongestInvitation = 150;
    private const int LongestTimestamp = 40;
    private const int LongestSmallPrint = 250;

    /// <summary>The divisor for the largest share of prose outside paragraph elements.</summary>
    private const int MostLoose = 10;

    private readonly BodyBlocks _blocks;

    private EdgeRules(BodyBlocks blocks) => _blocks = blocks;

    public static void Apply(BodyBlocks blocks, int headline)
    {
        var rules = new EdgeRules(blocks);
        rules.DropAbove(headline);
        rules.DropEdges();
        rules.DropLooseTail();
        rules.DropTail();
        rules.DropLonelyHeadings();
    }

    /// <summary>Drops everything above the headline, if most of the prose is below it.</summary>
    private void DropAbove(int headline)
    {
        int end = Math.Min(headline - _blocks.First, _blocks.Count);
        if (headline > _blocks.First && ProseBetween(0, end) < ProseBetween(end, _blocks.Count))
        {
            _blocks.Drop(0, end);
        }
    }

    private int ProseBetween(int first, int end)
    {
        int prose = 0;
        for (int i = first; i < end; i++)
        {
            prose += _blocks.KeptProse(i);
        }

        return prose;
    }

    /// <summary>Drops headline, byline and date before the first prose; keeps a heading directly above it.</summary>
    private void DropEdges()
    {
        int first = _blocks.FirstProse();
        for (int i = 0; i < first; i++)
        {
            bool isHeadingAbove = _blocks.Verdicts[i].Kind == ParagraphKind.Heading && i == first - 1;
            bool isSentence = _blocks.Contexts[i].IsParagraph && _blocks[i].Sentences > 0;
            if (!isHeadingAbove && !isSentence && _blocks.Contexts[i].Item < 0)
            {
                _blocks.Verdicts[i] = BlockVerdict.Dropped;
            }
        }
    }

    /// <summary>Drops time stamps, linked invitations in italics and lists of links below the last prose.</summary>
    private void DropTail()
    {
        for (int i = _blocks.Count - 1; i >= 0; i--)
        {
            if (!_blocks.Verdicts[i].IsKept || _blocks.Verdicts[i].Kind == ParagraphKind.Heading)
            {
                continue;
            }

            TextBlock block = _blocks[i];
            bool isTail = _blocks.Verdicts[i].Kind switch
            {
                ParagraphKind.ListItem => block.LinkWeight * 4 >= block.Weight && block.Sentences == 0,
                ParagraphKind.Text => IsTimestamp(block) || IsInvitation(block) || IsSmallPrint(block)
                    || LeadsToNetworks(block),
                _ => false,
            };
            if (!isTail)
            {
                return;
            }

            _blocks.Verdicts[i] = BlockVerdict.Dropped;
        }
    }

    /// <summary>Drops loose text below the last prose, where the prose is in paragraph elements.</summary>
    private void DropLooseTail()
    {
        int all = 0;
        int loose = 0;
        int last = -1;
        for (int i = 0; i < _blocks.Count; i++)
        {
            int prose = _blocks.KeptProse(i);
            bool isLoose = _blocks.Verdicts[i].Kind == ParagraphKind.Text && !_blocks.Contexts[i].IsParagraph;
            all += prose;
            loose += isLoose ? prose : 0;
            last = _blocks.Verdicts[i].IsKept && !isLoose && prose > 0 ? i : last;
        }

        if (last >= 0 && loose * MostLoose < all)
        {
            for (int i = last + 1; i < _blocks.Count; i++)
            {
                bool isLoose = _blocks.Verdicts[i].Kind == ParagraphKind.Text && !_blocks.Contexts[i].IsParagraph;
                _blocks.Verdicts[i] = isLoose ? BlockVerdict.Dropped : _blocks.Verdicts[i];
            }
        }
    }

    private static bool IsInvitation(in TextBlock block) =>
        block.Weight < LongestInvitation
            && block.LinkWeight > 0
            && (block.EmphasisWeight + block.LinkWeight) * 20 >= block.Weight * 19;

    /// <summary>Whether a line is a copyright notice, or has nothing but tags such as "#harbour".</summary>
    private bool IsSmallPrint(in TextBlock block)
    {
        ReadOnlySpan<char> text = _blocks.Page.TextOf(block);
        if (text.Length > LongestSmallPrint || text.IsEmpty)
        {
            return false;
        }

        ReadOnlySpan<char> behind = text.StartsWith("Copyright", StringComparison.OrdinalIgnoreCase)
            ? text["Copyright".Length..].TrimStart(' ')
            : [];
        bool isCopyright = text[0] is '©' || behind is ['©' or '(' or (>= '0' and <= '9'), ..];
        return isCopyright ? NamesSite(text) : AreTags(text);
    }

    /// <summary>Whether a copyright notice is the site's own; that of an agency says whose text it is.</summary>
    private bool NamesSite(ReadOnlySpan<char> text)
    {
        Page page = _blocks.Page;
        string host = page.Url.Host.Split('.').MaxBy(part => part.Length)!;
        return page.Ancestors.NamesHome(text, page.Meta("og:site_name") ?? host)
            || text.ToString().Replace(" ", "", StringComparison.Ordinal)
                .Contains(host, StringComparison.OrdinalIgnoreCase);
    }

    private static bool AreTags(ReadOnlySpan<char> text)
    {
        foreach (Range word in text.Split(' '))
        {
            if (text[word] is not ['#', _, ..])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a short line has several links, all of them to networks and shops of programs.</summary>
    private bool LeadsToNetworks(in TextBlock block)
    {
        if (block.Weight >= LongestInvitation || block.LinkWeight == 0)
        {
            return false;
        }

        int links = 0;
        ReadOnlySpan<PageNode> nodes = _blocks.Page.Nodes;
        for (int i = _blocks.Page.FirstNodeIn(block.Start); i < nodes.Length && nodes[i].TextStart < block.End; i++)
        {
            if (nodes[i].Kind == ElementKind.Link && nodes[i].TextEnd > nodes[i].TextStart
                && _blocks.Page.Elements[i].Address is { } address)
            {
                if (!NetworkAddress.IsOne(address.Span))
                {
                    return false;
                }

                links++;
            }
        }

        return links > 1;
    }

    /// <summary>Whether a line is a time with hardly anything else.</summary>
    private bool IsTimestamp(in TextBlock block)
    {
        if (block.Weight > LongestTimestamp)
        {
            return false;
        }

        ReadOnlySpan<char> text = _blocks.Page.TextOf(block);
        int colon = text.IndexOf(':');
        bool hasClock = colon > 0
            && colon + 2 < text.Length
            && char.IsAsciiDigit(text[colon - 1])
            && char.IsAsciiDigit(text[colon + 1])
            && char.IsAsciiDigit(text[colon + 2]);
        return hasClock || DateText.Find(text) is not null;
    }

    /// <summary>Drops headings without any text after them.</summary>
    private void DropLonelyHeadings()
    {
        bool hasText = false;
        for (int i = _blocks.Count - 1; i >= 0; i--)
        {
            if (!_blocks.Verdicts[i].IsKept)
            {
                continue;
            }

            if (_blocks.Verdicts[i].Kind != ParagraphKind.Heading)
            {
                hasText = true;
            }
            else if (!hasText)
            {
                _blocks.Verdicts[i] = BlockVerdict.Dropped;
            }
        }
    }
}
