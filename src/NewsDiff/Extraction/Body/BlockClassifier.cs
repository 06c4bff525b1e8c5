using NewsDiff.Extraction.Fields;
using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Body;

/// <summary>Decides for each block of the container whether it belongs to the body. Each block is judged, never a subtree.</summary>
internal sealed class BlockClassifier
{
    private const int ShortestRepetition = 40;
    private const int LongestTeaser = 600;
    private const int LongestLabel = 60;
    private const int LongestInvitation = 150;
    private const int LongestTimestamp = 40;

    /// <summary>Teasers hold less than one part in so many of the body's prose.</summary>
    private const int MostTeasers = 4;

    private readonly Page _page;
    private readonly int _container;
    private readonly int _first;
    private readonly BlockContext[] _contexts;
    private readonly BlockVerdict[] _verdicts;

    private BlockClassifier(Page page, int container)
    {
        _page = page;
        _container = container;
        PageNode node = page.Nodes[container];
        _first = node.FirstBlock;
        _contexts = new BlockContext[node.EndBlock - node.FirstBlock];
        _verdicts = new BlockVerdict[_contexts.Length];
    }

    /// <summary>Classifies the blocks of a container.</summary>
    /// <returns>One verdict per block, the first being that of the container's first block.</returns>
    public static BlockVerdict[] Classify(Page page, int container, string title, int headline)
    {
        var classifier = new BlockClassifier(page, container);
        classifier.JudgeAlone(title);
        classifier.DropTeasers();
        classifier.DropAbove(headline);
        classifier.DropEdges();
        classifier.DropLabels();
        classifier.DropTail();
        classifier.DropLonelyHeadings();
        return classifier._verdicts;
    }

    private void JudgeAlone(string title)
    {
        ReadOnlySpan<PageNode> nodes = _page.Nodes;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < _verdicts.Length; i++)
        {
            TextBlock block = _page.Blocks[_first + i];
            BlockContext context = BlockContext.Of(nodes, block.Node, _container);
            _contexts[i] = context;
            BlockVerdict verdict = Judge(block, context);
            if (verdict.IsKept && block.Weight < 300)
            {
                string text = _page.TextOf(block).ToString();
                bool isRepeated = block.Weight >= ShortestRepetition && !seen.Add(text) && context.Table < 0;
                if (isRepeated || (i < 6 && text == title) || LabelWords.IsLabel(text) || IsOwnAddress(text))
                {
                    verdict = BlockVerdict.Dropped;
                }
            }

            _verdicts[i] = verdict;
        }
    }

    private BlockVerdict Judge(in TextBlock block, in BlockContext context)
    {
        PageNode node = _page.Nodes[block.Node];
        if (context.Roles.HasAny(Roles.Denied) || block.DeniedWeight * 5 > block.Weight * 4)
        {
            return BlockVerdict.Dropped;
        }

        if (context.IsPreformatted)
        {
            return new BlockVerdict(true, ParagraphKind.Preformatted);
        }

        if (node.Kind == ElementKind.Heading)
        {
            bool isKept = node.Level > 1 && block.LinkWeight * 2 <= block.Weight;
            return isKept ? new BlockVerdict(true, ParagraphKind.Heading) : BlockVerdict.Dropped;
        }

        if (context.Roles.HasAny(Roles.Subhead) && !context.IsParagraph && block.Weight < 120 && block.LinkWeight == 0)
        {
            return new BlockVerdict(true, ParagraphKind.Heading);
        }

        if (context.Item >= 0)
        {
            return IsKeptList(context) ? new BlockVerdict(true, ParagraphKind.ListItem, context.Item) : BlockVerdict.Dropped;
        }

        if (context.Row >= 0 && !context.IsParagraph)
        {
            return LinkShare(context.Table) < 0.5 ? new BlockVerdict(true, ParagraphKind.TableRow, context.Row) : BlockVerdict.Dropped;
        }

        if (context.Figure >= 0 && !context.IsQuote)
        {
            return BlockVerdict.Dropped;
        }

        bool isText = context.IsQuote || (context.IsParagraph ? IsParagraphText(block) : IsLooseText(block));
        return isText
            ? new BlockVerdict(true, context.IsQuote ? ParagraphKind.Quote : ParagraphKind.Text)
            : BlockVerdict.Dropped;
    }

    /// <summary>A paragraph element is text unless it is a line of links.</summary>
    private static bool IsParagraphText(in TextBlock block) =>
        block.LinkWeight * 2 <= block.Weight || (block.LinkWeight * 5 <= block.Weight * 4 && block.Sentences > 0);

    /// <summary>Text outside of paragraph elements has to look like prose.</summary>
    private static bool IsLooseText(in TextBlock block) => ProseMeasure.ProseOf(block) > 0;

    private bool IsKeptList(in BlockContext context)
    {
        PageNode list = _page.Nodes[context.List >= 0 ? context.List : context.Item];
        int weight = 0, links = 0, prose = 0;
        for (int i = list.FirstBlock; i < list.EndBlock; i++)
        {
            TextBlock block = _page.Blocks[i];
            weight += block.Weight;
            links += block.LinkWeight;
            prose += ProseMeasure.ProseOf(block);
        }

        return links * 2 <= weight || prose * 2 > weight;
    }

    private double LinkShare(int node)
    {
        if (node < 0)
        {
            return 0;
        }

        int weight = 0, links = 0;
        for (int i = _page.Nodes[node].FirstBlock; i < _page.Nodes[node].EndBlock; i++)
        {
            weight += _page.Blocks[i].Weight;
            links += _page.Blocks[i].LinkWeight;
        }

        return weight == 0 ? 1 : (double)links / weight;
    }

    /// <summary>A card that announces another page: a linked heading and the lines beside it.</summary>
    private void DropTeasers()
    {
        List<PageNode> cards = FindTeasers();
        int prose = cards.Sum(card => card.Prose);
        if (prose * MostTeasers > _page.Nodes[_container].Prose)
        {
            // An article may itself be a list of linked things, each with its paragraph.
            return;
        }

        foreach (PageNode card in cards)
        {
            Array.Fill(_verdicts, BlockVerdict.Dropped, card.FirstBlock - _first, card.EndBlock - card.FirstBlock);
        }
    }

    private List<PageNode> FindTeasers()
    {
        var cards = new List<PageNode>();
        ReadOnlySpan<PageNode> nodes = _page.Nodes;
        for (int i = _first; i < _first + _verdicts.Length; i++)
        {
            TextBlock block = _page.Blocks[i];
            if (nodes[block.Node].Kind == ElementKind.Heading && block.LinkWeight * 5 >= block.Weight * 4)
            {
                int card = nodes[block.Node].Parent;
                if (card > _container && nodes[card].Prose <= LongestTeaser)
                {
                    cards.Add(nodes[card]);
                }
            }
        }

        return cards;
    }

    /// <summary>A short line right above a dropped line of links is the label of those links.</summary>
    private void DropLabels()
    {
        for (int i = _verdicts.Length - 2; i >= 0; i--)
        {
            TextBlock block = _page.Blocks[_first + i];
            TextBlock next = _page.Blocks[_first + i + 1];
            bool isLinks = !_verdicts[i + 1].IsKept && next.Weight > 0 && next.LinkWeight * 5 >= next.Weight * 4;
            bool isFollowed = i + 2 < _verdicts.Length && _verdicts[i + 2].IsKept && ProseMeasure.ProseOf(_page.Blocks[_first + i + 2]) > 0;
            if (_verdicts[i].IsKept && _verdicts[i].Kind != ParagraphKind.Quote && isLinks && !isFollowed && block.Weight < LongestLabel && IsLabelLike(_page.TextOf(block)))
            {
                _verdicts[i] = BlockVerdict.Dropped;
            }
        }
    }

    private static bool IsLabelLike(ReadOnlySpan<char> text) =>
        text.EndsWith("...", StringComparison.Ordinal) || text.IsEmpty || !TextWeight.EndsSentence(text[^1]) || text[^1] == '\u2026';

    private bool IsOwnAddress(string text) =>
        text.StartsWith("http", StringComparison.Ordinal) && Uri.TryCreate(text, UriKind.Absolute, out Uri? url)
        && url.AbsolutePath == _page.Url.AbsolutePath;

    /// <summary>What stands above the headline is no part of the body, if most of the prose stands below.</summary>
    private void DropAbove(int headline)
    {
        int end = Math.Min(headline - _first, _verdicts.Length);
        if (headline > _first && ProseBetween(0, end) < ProseBetween(end, _verdicts.Length))
        {
            Array.Fill(_verdicts, BlockVerdict.Dropped, 0, end);
        }
    }

    private int ProseBetween(int first, int end)
    {
        int prose = 0;
        for (int i = first; i < end; i++)
        {
            prose += _verdicts[i].IsKept ? ProseMeasure.ProseOf(_page.Blocks[_first + i]) : 0;
        }

        return prose;
    }

    /// <summary>Before the first prose stand headline, byline and date; only a heading right above it belongs to it.</summary>
    private void DropEdges()
    {
        int first = FirstProse();
        for (int i = 0; i < first; i++)
        {
            bool isHeadingAbove = _verdicts[i].Kind == ParagraphKind.Heading && i == first - 1;
            bool isSentence = _contexts[i].IsParagraph && _page.Blocks[_first + i].Sentences > 0;
            if (!isHeadingAbove && !isSentence && _contexts[i].Item < 0)
            {
                _verdicts[i] = BlockVerdict.Dropped;
            }
        }
    }

    private int FirstProse()
    {
        for (int i = 0; i < _verdicts.Length; i++)
        {
            if (_verdicts[i].IsKept && ProseMeasure.ProseOf(_page.Blocks[_first + i]) > 0)
            {
                return i;
            }
        }

        return 0;
    }

    /// <summary>Below the last prose stand time stamps, invitations in italics with a link, and lists of links.</summary>
    private void DropTail()
    {
        for (int i = _verdicts.Length - 1; i >= 0; i--)
        {
            if (!_verdicts[i].IsKept || _verdicts[i].Kind == ParagraphKind.Heading)
            {
                continue;
            }

            TextBlock block = _page.Blocks[_first + i];
            bool isTail = _verdicts[i].Kind switch
            {
                ParagraphKind.ListItem => block.LinkWeight * 4 >= block.Weight && block.Sentences == 0,
                ParagraphKind.Text => IsTimestamp(block) || IsInvitation(block),
                _ => false,
            };
            if (!isTail)
            {
                return;
            }

            _verdicts[i] = BlockVerdict.Dropped;
        }
    }

    private static bool IsInvitation(in TextBlock block) =>
        block.Weight < LongestInvitation && block.LinkWeight > 0 && (block.EmphasisWeight + block.LinkWeight) * 20 >= block.Weight * 19;

    /// <summary>A line that says a time and hardly anything else.</summary>
    private bool IsTimestamp(in TextBlock block)
    {
        if (block.Weight > LongestTimestamp)
        {
            return false;
        }

        ReadOnlySpan<char> text = _page.TextOf(block);
        int colon = text.IndexOf(':');
        bool hasClock = colon > 0 && colon + 2 < text.Length && char.IsAsciiDigit(text[colon - 1]) && char.IsAsciiDigit(text[colon + 1])
            && char.IsAsciiDigit(text[colon + 2]);
        return hasClock || DateText.Find(text) is not null;
    }

    /// <summary>A heading stays only when text follows it before the end.</summary>
    private void DropLonelyHeadings()
    {
        bool hasText = false;
        for (int i = _verdicts.Length - 1; i >= 0; i--)
        {
            if (!_verdicts[i].IsKept)
            {
                continue;
            }

            if (_verdicts[i].Kind != ParagraphKind.Heading)
            {
                hasText = true;
            }
            else if (!hasText)
            {
                _verdicts[i] = BlockVerdict.Dropped;
            }
        }
    }
}
