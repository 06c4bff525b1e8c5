using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Body;

/// <summary>Decides for each block of the container whether it belongs to the body. Each block is judged, never a subtree.</summary>
internal sealed class BlockClassifier
{
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
    public static BlockVerdict[] Classify(Page page, int container, string title)
    {
        var classifier = new BlockClassifier(page, container);
        classifier.JudgeAlone(title);
        classifier.DropEdges();
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
                bool isRepeated = !seen.Add(text) && context.Table < 0;
                if (isRepeated || (i < 6 && text == title))
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
        block.Weight > 0 && (block.LinkWeight * 2 <= block.Weight || (block.UnlinkedWeight >= 40 && block.Sentences > 0));

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

    /// <summary>Before the first prose stand headline, byline and date; only a heading right above it belongs to it.</summary>
    private void DropEdges()
    {
        int first = Array.FindIndex(_verdicts, 0, _ => true) < 0 ? -1 : FirstProse();
        for (int i = 0; i < first; i++)
        {
            bool isHeadingAbove = _verdicts[i].Kind == ParagraphKind.Heading && i == first - 1;
            if (!isHeadingAbove && !_contexts[i].IsParagraph && _contexts[i].Item < 0)
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
