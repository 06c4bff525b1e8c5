using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Body;

/// <summary>Decides for each block of the container whether it belongs to the body.</summary>
/// <remarks>It judges blocks, never whole subtrees.</remarks>
internal sealed class BlockClassifier
{
    private const int ShortestRepetition = 40;
    private const int LongestLine = 300;
    private const int LongestSubhead = 120;
    private const int BlocksOfHead = 6;
    private const int ElementsToHead = 10;

    /// <summary>The smallest weight of a paragraph that is a link as a whole.</summary>
    private const int ShortestSentence = 80;

    private readonly BodyBlocks _blocks;
    private readonly Dictionary<int, (int Weight, int Links, int Prose)> _sums = [];
    private readonly Dictionary<int, bool> _tables = [];

    private BlockClassifier(BodyBlocks blocks) => _blocks = blocks;

    /// <summary>Classifies the blocks of a container.</summary>
    /// <returns>One verdict for each block of the container, in order.</returns>
    public static BlockVerdict[] Classify(Page page, int container, string title, int headline)
    {
        var blocks = new BodyBlocks(page, container);
        new BlockClassifier(blocks).JudgeAlone(title);
        if (!page.HasRuledBody)
        {
            OtherArticleRules.Apply(blocks, headline);
            ControlRules.Apply(blocks);
            TeaserRules.Apply(blocks);
            LinkedTextRules.Apply(blocks);
            ShortLineRules.Apply(blocks);
            QuoteRules.Apply(blocks);
            TranscriptRules.Apply(blocks);
            StatedBodyRules.Apply(blocks);
            EdgeRules.Apply(blocks, headline);
            CrossheadRules.Apply(blocks);
        }

        return blocks.Verdicts;
    }

    private void JudgeAlone(string title)
    {
        var seen = new HashSet<int>(new TextOfBlocks(_blocks));
        for (int i = 0; i < _blocks.Count; i++)
        {
            TextBlock block = _blocks[i];
            BlockContext context = _blocks.Contexts[i];
            BlockVerdict verdict = Judge(i, block, context);
            if (verdict.IsKept && block.Weight < LongestLine)
            {
                ReadOnlySpan<char> text = _blocks.Page.TextOf(block);
                bool isRepeated = block.Weight >= ShortestRepetition && !seen.Add(i) && context.Table < 0;
                bool isTitle = i < BlocksOfHead && text.SequenceEqual(title);
                bool isCredit = verdict.Kind == ParagraphKind.Text && LabelWords.IsCredit(text);
                bool isLabel = IsTime(block) || LabelWords.IsLabel(text) || IsOwnAddress(text);
                verdict = isRepeated || isTitle || isCredit || isLabel
                    ? BlockVerdict.Dropped
                    : verdict;
            }

            _blocks.Verdicts[i] = verdict;
        }
    }

    private BlockVerdict Judge(int index, in TextBlock block, in BlockContext context)
    {
        if (_blocks.Page.HasRuledBody && !_blocks.Page.Nodes[block.Node].Granted.HasAny(Roles.Ruled))
        {
            return BlockVerdict.Dropped;
        }

        if (context.Roles.HasAny(Roles.Denied) || ProseMeasure.IsDeniedInline(_blocks.Page.Nodes, block))
        {
            return BlockVerdict.Dropped;
        }

        return KindOf(index, block, context) is { } kind
            ? new BlockVerdict(true, kind, kind == ParagraphKind.TableRow ? context.Row : -1)
            : BlockVerdict.Dropped;
    }

    /// <summary>The kind of a block, or null when it is not in the body.</summary>
    private ParagraphKind? KindOf(int index, in TextBlock block, in BlockContext context)
    {
        if (context.IsPreformatted)
        {
            return ParagraphKind.Preformatted;
        }

        PageNode node = _blocks.Page.Nodes[block.Node];
        if (node.Kind == ElementKind.Heading)
        {
            return !block.IsHalfLinks && (node.Level > 1 || IsSection(index)) ? ParagraphKind.Heading : null;
        }

        if (context.Roles.HasAny(Roles.Subhead)
            && !context.IsParagraph
            && block.Weight < LongestSubhead
            && block.LinkWeight == 0)
        {
            return ParagraphKind.Heading;
        }

        if (context.Item >= 0)
        {
            return IsKeptList(context) ? ParagraphKind.ListItem : null;
        }

        if (context.Row >= 0 && !context.IsParagraph)
        {
            return IsKeptTable(context) ? ParagraphKind.TableRow : null;
        }

        if (context.IsQuote)
        {
            return ParagraphKind.Quote;
        }

        bool isText = !IsInFigure(context) && (context.IsParagraph ? IsParagraphText(block) : IsLooseText(block));
        return isText ? ParagraphKind.Text : null;
    }

    /// <summary>Whether a heading of the first rank is between prose beside it, and so is no headline.</summary>
    private bool IsSection(int index)
    {
        if (index == 0 || index + 1 >= _blocks.Count)
        {
            return false;
        }

        int parent = ParentOf(index);
        return ParentOf(index - 1) == parent && ParentOf(index + 1) == parent
            && ProseMeasure.ProseOf(_blocks[index - 1]) > 0 && ProseMeasure.ProseOf(_blocks[index + 1]) > 0;
    }

    private int ParentOf(int index) => _blocks.Page.Nodes[_blocks[index].Node].Parent;

    /// <summary>Whether a paragraph element is text and not a line of links; a headline ends in no full stop.</summary>
    private bool IsParagraphText(in TextBlock block) =>
        !block.IsHalfLinks
        || (block.Sentences > 0 && (block.LinkWeight * 5 <= block.Weight * 4 || IsLinkedSentence(block)));

    /// <summary>Whether a block is one link and ends like a sentence.</summary>
    private bool IsLinkedSentence(in TextBlock block)
    {
        if (block.Weight < ShortestSentence || _blocks.Page.TextOf(block)[^1] is not ('.' or '。' or '।'))
        {
            return false;
        }

        ReadOnlySpan<PageNode> nodes = _blocks.Page.Nodes;
        for (int i = _blocks.Page.FirstNodeIn(block.Start); i < nodes.Length && nodes[i].TextStart == block.Start; i++)
        {
            if (nodes[i].Kind == ElementKind.Link && nodes[i].TextEnd >= block.End)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a block is nothing but the time of what follows.</summary>
    private bool IsTime(in TextBlock block)
    {
        ReadOnlySpan<PageNode> nodes = _blocks.Page.Nodes;
        for (int i = block.Node + 1; i < nodes[block.Node].EndNode; i++)
        {
            if (nodes[i].TextStart > block.Start || nodes[i].TextEnd < block.End)
            {
                return false;
            }

            if (nodes[i].Kind == ElementKind.Time)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a block outside of paragraph elements is prose, or text of a selected body.</summary>
    private bool IsLooseText(in TextBlock block) =>
        ProseMeasure.ProseOf(block) > 0 || (_blocks.Page.HasRuledBody && IsParagraphText(block));

    /// <summary>Whether a figure holds most of the prose, because its end tag is missing.</summary>
    private bool IsInFigure(in BlockContext context) =>
        context.Figure >= 0
            && _blocks.Page.Nodes[context.Figure].Prose * 2 < _blocks.Page.Nodes[_blocks.Container].Prose;

    private bool IsKeptList(in BlockContext context)
    {
        (int weight, int links, int prose) = SumOf(context.List >= 0 ? context.List : context.Item);
        return links * 2 <= weight || prose * 2 > weight;
    }

    private bool IsKeptTable(in BlockContext context)
    {
        int table = context.Table >= 0 ? context.Table : context.Row;
        if (!_tables.TryGetValue(table, out bool isKept))
        {
            (int weight, int links, _) = SumOf(table);
            isKept = links * 2 < weight || (links * 4 <= weight * 3 && HasHeads(table) && LinksNames(table));
            _tables[table] = isKept;
        }

        return isKept;
    }

    /// <summary>Whether only the first cells of rows have links: they name what the row is about.</summary>
    private bool LinksNames(int table)
    {
        ReadOnlySpan<PageNode> nodes = _blocks.Page.Nodes;
        for (int i = nodes[table].FirstBlock; i < nodes[table].EndBlock; i++)
        {
            TextBlock block = _blocks.Page.Blocks[i];
            if (block.LinkWeight > 0 && nodes[block.Node].Parent != block.Node - 1)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the first row of a table names its columns, so that links in it are data.</summary>
    private bool HasHeads(int table)
    {
        int end = Math.Min(_blocks.Page.Nodes[table].EndNode, table + ElementsToHead);
        for (int i = table + 1; i < end; i++)
        {
            if (_blocks.Page.Nodes[i].Kind == ElementKind.Cell)
            {
                return _blocks.Page.Elements[i].Tag == "th";
            }
        }

        return false;
    }

    /// <summary>The sums over a list or table, which each of its blocks needs.</summary>
    private (int Weight, int Links, int Prose) SumOf(int node)
    {
        if (!_sums.TryGetValue(node, out (int Weight, int Links, int Prose) sum))
        {
            PageNode list = _blocks.Page.Nodes[node];
            for (int i = list.FirstBlock; i < list.EndBlock; i++)
            {
                TextBlock block = _blocks.Page.Blocks[i];
                sum = (sum.Weight
                    + block.Weight, sum.Links + block.LinkWeight, sum.Prose + ProseMeasure.ProseOf(block));
            }

            _sums[node] = sum;
        }

        return sum;
    }

    private bool IsOwnAddress(ReadOnlySpan<char> text) =>
        text.StartsWith("http", StringComparison.Ordinal)
        && Uri.TryCreate(text.ToString(), UriKind.Absolute, out Uri? url)
        && url.AbsolutePath == _blocks.Page.Url.AbsolutePath;

    /// <summary>Compares blocks by their texts without copying them.</summary>
    private sealed class TextOfBlocks(BodyBlocks blocks) : IEqualityComparer<int>
    {
        public bool Equals(int x, int y) => TextOf(x).SequenceEqual(TextOf(y));

        public int GetHashCode(int obj) => string.GetHashCode(TextOf(obj), StringComparison.Ordinal);

        private ReadOnlySpan<char> TextOf(int index) => blocks.Page.TextOf(blocks.Page.Blocks[blocks.First + index]);
    }
}
