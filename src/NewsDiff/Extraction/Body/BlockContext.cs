using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Body;

/// <summary>The elements around a block, from its own element up to the container.</summary>
internal readonly record struct BlockContext
{
    public Roles Roles { get; init; }

    /// <summary>The innermost list, list item, table, row and figure around the block; -1 for none.</summary>
    public int List { get; init; }

    public int Item { get; init; }

    public int Table { get; init; }

    public int Row { get; init; }

    public int Figure { get; init; }

    public bool IsQuote { get; init; }

    public bool IsPreformatted { get; init; }

    /// <summary>Whether the block is in a paragraph element.</summary>
    public bool IsParagraph { get; init; }

    public static BlockContext Of(ReadOnlySpan<PageNode> nodes, int node, int container)
    {
        int list = -1, item = -1, table = -1, row = -1, figure = -1;
        bool quote = false, pre = false, paragraph = false;
        Roles denied = nodes[node].Granted & ~nodes[container].Granted;
        for (int i = node; i != container && i >= 0; i = nodes[i].Parent)
        {
            switch (nodes[i].Kind)
            {
                case ElementKind.List: list = list < 0 ? i : list; break;
                case ElementKind.ListItem: item = item < 0 ? i : item; break;
                case ElementKind.Table: table = table < 0 ? i : table; break;
                case ElementKind.Row: row = row < 0 ? i : row; break;
                case ElementKind.Figure: figure = figure < 0 ? i : figure; break;
                case ElementKind.Quote: quote = true; break;
                case ElementKind.Preformatted: pre = true; break;
                case ElementKind.Paragraph: paragraph = true; break;
                default: break;
            }
        }

        return new BlockContext
        {
            Roles = denied,
            List = list,
            Item = item,
            Table = table,
            Row = row,
            Figure = figure,
            IsQuote = quote,
            IsPreformatted = pre,
            IsParagraph = paragraph,
        };
    }
}
