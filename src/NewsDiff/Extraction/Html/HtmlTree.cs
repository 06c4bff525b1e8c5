using NewsDiff.Text;

namespace NewsDiff.Extraction.Html;

/// <summary>The tree of a page in two arrays; texts are places in the page.</summary>
internal sealed class HtmlTree : IDisposable
{
    /// <summary>The index of the document.</summary>
    public const int Document = 0;

    private readonly string _html;
    private readonly CharBuffer _decoded = new(1024);
    private HtmlNode[] _nodes;
    private HtmlAttribute[] _attributes;
    private int _count = 1;

    /// <summary>Begins an empty tree.</summary>
    /// <param name="html">The page.</param>
    /// <param name="elements">The expected number of elements.</param>
    public HtmlTree(string html, int elements)
    {
        _html = html;
        _nodes = SharedArrays.Take<HtmlNode>((elements * 2) + 64);
        _nodes[Document] = default;
        _attributes = SharedArrays.Take<HtmlAttribute>((elements * 2) + 64);
    }

    /// <summary>The number of attributes.</summary>
    public int Attributes { get; private set; }

    /// <summary>The decoded texts.</summary>
    public CharBuffer Decoded => _decoded;

    /// <summary>The root element; 0 if there is none.</summary>
    public HtmlElement Root
    {
        get
        {
            int child = _nodes[Document].FirstChild;
            while (child != 0 && _nodes[child].Tag is null)
            {
                child = _nodes[child].Next;
            }

            return new HtmlElement(this, child);
        }
    }

    /// <summary>A node; adding another makes the reference invalid.</summary>
    public ref HtmlNode this[int node] => ref _nodes[node];

    public ReadOnlySpan<char> TextAt(int start, int length, bool isDecoded) =>
        (isDecoded ? _decoded.Span : _html).Slice(start, length);

    public ReadOnlySpan<char> TextOf(in HtmlNode node) => TextAt(node.Start, node.Length, node.IsDecoded);

    public ReadOnlySpan<HtmlAttribute> AttributesOf(in HtmlNode node) => _attributes.AsSpan(node.Start, node.Length);

    public ReadOnlySpan<HtmlAttribute> AttributesAt(int first, int count) => _attributes.AsSpan(first, count);

    public ReadOnlySpan<char> NameOf(in HtmlAttribute attribute) =>
        TextAt(attribute.NameStart, attribute.NameLength, attribute.IsDecoded);

    /// <summary>The value of an attribute as written, with its character references.</summary>
    public ReadOnlySpan<char> WrittenValueOf(in HtmlAttribute attribute) =>
        TextAt(attribute.ValueStart, attribute.ValueLength, attribute.IsDecoded);

    /// <summary>The value of an attribute that is not among the decoded texts, as written.</summary>
    public ReadOnlyMemory<char> WrittenMemoryOf(in HtmlAttribute attribute) =>
        _html.AsMemory(attribute.ValueStart, attribute.ValueLength);

    /// <summary>Adds an element without a place in the tree.</summary>
    public int AddElement(HtmlTag tag, int firstAttribute, int attributes)
    {
        int node = Add();
        _nodes[node].Tag = tag;
        _nodes[node].Start = firstAttribute;
        _nodes[node].Length = attributes;
        _nodes[node].Known = KnownOf(firstAttribute, attributes);
        return node;
    }

    /// <summary>Adds a text without a place in the tree.</summary>
    public int AddText(TextRun text)
    {
        int node = Add();
        _nodes[node].Start = text.Start;
        _nodes[node].Length = text.Length;
        _nodes[node].IsDecoded = text.IsDecoded;
        return node;
    }

    /// <summary>Adds an attribute.</summary>
    public void AddAttribute(in HtmlAttribute attribute)
    {
        if (Attributes == _attributes.Length)
        {
            Grow(ref _attributes, Attributes);
        }

        _attributes[Attributes++] = attribute;
    }

    /// <summary>Gives an element those attributes that it does not have.</summary>
    /// <param name="node">The element.</param>
    /// <param name="first">The first attribute.</param>
    /// <param name="count">How many there are.</param>
    public void AddMissingAttributes(int node, int first, int count)
    {
        int start = Attributes;
        foreach (HtmlAttribute own in AttributesOf(_nodes[node]).ToArray())
        {
            AddAttribute(own);
        }

        for (int i = first; i < first + count; i++)
        {
            HtmlAttribute attribute = _attributes[i];
            bool isKnown = false;
            foreach (ref readonly HtmlAttribute own in AttributesAt(start, Attributes - start))
            {
                isKnown |= own.NameHash == attribute.NameHash
                    && NameOf(own).Equals(NameOf(attribute), StringComparison.OrdinalIgnoreCase);
            }

            if (!isKnown)
            {
                AddAttribute(attribute);
            }
        }

        _nodes[node].Start = start;
        _nodes[node].Length = Attributes - start;
        _nodes[node].Known = KnownOf(start, Attributes - start);
    }

    /// <summary>Drops the latest attributes, which no element has.</summary>
    public void CutAttributes(int count) => Attributes = count;

    /// <summary>Puts a node without a place last in a parent.</summary>
    public void Append(int parent, int node)
    {
        int last = _nodes[parent].LastChild;
        _nodes[node].Parent = parent;
        _nodes[node].Previous = last;
        _nodes[parent].LastChild = node;
        if (last == 0)
        {
            _nodes[parent].FirstChild = node;
        }
        else
        {
            _nodes[last].Next = node;
        }
    }

    /// <summary>Puts a node without a place before another one.</summary>
    public void InsertBefore(int next, int node)
    {
        int parent = _nodes[next].Parent;
        int previous = _nodes[next].Previous;
        _nodes[node].Parent = parent;
        _nodes[node].Previous = previous;
        _nodes[node].Next = next;
        _nodes[next].Previous = node;
        if (previous == 0)
        {
            _nodes[parent].FirstChild = node;
        }
        else
        {
            _nodes[previous].Next = node;
        }
    }

    /// <summary>Takes a node with its subtree out of the tree.</summary>
    public void Detach(int node)
    {
        ref HtmlNode detached = ref _nodes[node];
        if (detached.Previous != 0)
        {
            _nodes[detached.Previous].Next = detached.Next;
        }
        else if (_nodes[detached.Parent].FirstChild == node)
        {
            _nodes[detached.Parent].FirstChild = detached.Next;
        }

        if (detached.Next != 0)
        {
            _nodes[detached.Next].Previous = detached.Previous;
        }
        else if (_nodes[detached.Parent].LastChild == node)
        {
            _nodes[detached.Parent].LastChild = detached.Previous;
        }

        detached.Parent = 0;
        detached.Previous = 0;
        detached.Next = 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _nodes.AsSpan(0, _count).Clear();
        SharedArrays.GiveBack(_nodes);
        SharedArrays.GiveBack(_attributes);
        _nodes = [];
        _attributes = [];
        _decoded.Dispose();
    }

    private uint KnownOf(int first, int count)
    {
        uint known = 0;
        foreach (ref readonly HtmlAttribute attribute in AttributesAt(first, count))
        {
            known |= 1u << (int)attribute.Name;
        }

        return known;
    }

    private int Add()
    {
        if (_count == _nodes.Length)
        {
            Grow(ref _nodes, _count);
        }

        _nodes[_count] = default;
        return _count++;
    }

    private static void Grow<T>(ref T[] items, int count)
    {
        T[] more = SharedArrays.Take<T>(count * 2);
        items.AsSpan(0, count).CopyTo(more);
        items.AsSpan(0, count).Clear();
        SharedArrays.GiveBack(items);
        items = more;
    }
}
