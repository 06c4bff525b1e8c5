using System.Text;
using NewsDiff.Addresses;
using NewsDiff.Text;

namespace NewsDiff.Extraction.Parsing;

/// <summary>A scanned page: its text, its elements in document order, and its head.</summary>
/// <remarks>It is in pooled memory, which no result may refer to.</remarks>
internal sealed class Page : IDisposable
{
    private readonly TextCollector _text;
    private readonly SharedList<PageNode> _nodes;
    private readonly SharedList<PageElement> _elements;
    private Uri? _base;

    public Page(Uri url, TextCollector text, SharedList<PageNode> nodes, SharedList<PageElement> elements)
    {
        Url = url;
        _text = text;
        _nodes = nodes;
        _elements = elements;
    }

    public Uri Url { get; }

    public Span<PageNode> Nodes => _nodes.Items;

    public Span<TextBlock> Blocks => _text.Blocks;

    /// <summary>The elements of the nodes, in the same order.</summary>
    public ReadOnlySpan<PageElement> Elements => _elements.Items;

    /// <summary>The groups of elements of the same make; needed when roles are granted.</summary>
    public ElementMakes Makes => field ??= new ElementMakes(Nodes, Elements);

    public required PageMetas Metas { get; init; }

    /// <summary>The texts of the scripts that hold linked data.</summary>
    public required IReadOnlyList<ReadOnlyMemory<char>> LinkedData { get; init; }

    /// <summary>Places that may name an author, a date or the headline, in document order.</summary>
    public required List<PageMark> Marks { get; init; }

    public required List<PageLink> Links { get; init; }

    /// <summary>The buttons and fields for mail addresses, in document order.</summary>
    public required List<PageControl> Controls { get; init; }

    /// <summary>Whether the site's rule found the body.</summary>
    public bool HasRuledBody { get; init; }

    /// <summary>The base address of the page's links, as written; null when not stated.</summary>
    public string? BaseAddress { get; init; }

    public string? DocumentTitle { get; init; }

    /// <summary>The language that the root element states.</summary>
    public string? Language { get; init; }

    /// <summary>The language of the article, once it is judged.</summary>
    public string? JudgedLanguage { get; set; }

    /// <summary>The pages above this one, by the links to them.</summary>
    public AncestorLinks Ancestors => field ??= new AncestorLinks(this);

    /// <summary>Makes an address of the page absolute.</summary>
    /// <returns>The address, or null when it is not http or https, or is too long.</returns>
    public Uri? Resolve(ReadOnlySpan<char> address) =>
        Combine(_base ??= Combine(Url, BaseAddress ?? "") ?? Url, address);

    private static Uri? Combine(Uri around, ReadOnlySpan<char> address) =>
        BoundedUrl.Resolve(around, address.Trim().ToString()) is { Scheme: "http" or "https" } url
            ? UserInfo.Without(url)
            : null;

    public ReadOnlySpan<char> TextOf(int start, int end) => _text.Text.Slice(start, Math.Max(0, end - start)).Trim();

    public ReadOnlySpan<char> TextOf(in TextBlock block) => TextOf(block.Start, block.End);

    /// <summary>The visible text of a block, without notes for screen readers and the like.</summary>
    public string SeenTextOf(in TextBlock block) =>
        block.DeniedWeight == 0 ? TextOf(block).ToString() : SeenTextOf(block.Node, block.Start, block.End);

    /// <summary>The visible text of an element; all of its text when none is visible.</summary>
    public string SeenTextOf(int node, int start, int end)
    {
        int seen = start;
        StringBuilder? rest = null;
        ReadOnlySpan<PageNode> nodes = Nodes;
        ReadOnlySpan<char> text = _text.Text;
        for (int i = node + 1; i < nodes.Length && nodes[i].TextStart < end; i++)
        {
            ref readonly PageNode inner = ref nodes[i];
            if (inner.TextStart >= seen
                && ElementKinds.IsInline(inner.Kind)
                && inner.Own.HasAny(Roles.Unseen)
                && inner.Own.HasAny(Roles.Hidden))
            {
                rest = (rest ?? new StringBuilder()).Append(text[seen..inner.TextStart]);
                seen = inner.TextEnd;

                // The space before an invisible part is removed with it, unless a word follows.
                bool hasSpace = inner.TextEnd > inner.TextStart && TextWeight.IsSpace(text[inner.TextStart]);
                rest.Append(hasSpace && seen < end && char.IsLetterOrDigit(text[seen]) ? " " : "");
                i = inner.EndNode - 1;
            }
        }

        ReadOnlySpan<char> all = TextOf(start, end);
        if (rest is null || seen > end)
        {
            return all.ToString();
        }

        string plain = PlainText.Collapse(rest.Append(text[seen..end]).ToString()).Trim();
        return plain.Length == 0 ? all.ToString() : plain;
    }

    /// <summary>The first element whose text begins at a place or after it.</summary>
    public int FirstNodeIn(int start)
    {
        ReadOnlySpan<PageNode> nodes = Nodes;
        int low = 0;
        int high = nodes.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = nodes[middle].TextStart < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The statement of a mark: its attribute, otherwise the text of its element.</summary>
    public ReadOnlySpan<char> TextOf(PageMark mark) =>
        mark.Value is { } value ? value : TextOf(Nodes[mark.Node].TextStart, Nodes[mark.Node].TextEnd);

    public string? Meta(string name) => Metas.First(name);

    public string? Meta(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (Meta(name) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _text.Dispose();
        _nodes.Dispose();
        _elements.Dispose();
        Metas.Dispose();
    }
}
