using System.Text;
using NewsDiff.Extraction.Parsing;
using NewsDiff.Extraction.Rules;

namespace NewsDiff.Extraction.Html;

/// <summary>A view of an element in a tree.</summary>
internal readonly struct HtmlElement
{
    private readonly HtmlTree _tree;

    public HtmlElement(HtmlTree tree, int node)
    {
        _tree = tree;
        Node = node;
    }

    /// <summary>Its index in the tree; 0 for none.</summary>
    public int Node { get; }

    public string Name => _tree[Node].Tag!.Name;

    public ElementKind Kind => _tree[Node].Tag!.Kind;

    public RuleField Fields => _tree[Node].Fields;

    /// <summary>The element around it; the document around the outermost.</summary>
    public HtmlElement Parent => new(_tree, _tree[Node].Parent);

    /// <summary>Its first child; 0 for none.</summary>
    public int FirstChild => _tree[Node].FirstChild;

    public bool HasAttributes => _tree[Node].Length > 0;

    public ReadOnlySpan<HtmlAttribute> Attributes => _tree.AttributesOf(_tree[Node]);

    /// <summary>Its text and that of all elements in it.</summary>
    public string TextContent
    {
        get
        {
            int first = _tree[Node].FirstChild;
            if (first == 0)
            {
                return "";
            }

            if (_tree[first].Tag is null && _tree[first].Next == 0)
            {
                return _tree.TextOf(_tree[first]).ToString();
            }

            return TextWithin(int.MaxValue);
        }
    }

    /// <summary>Its text and that of all elements in it, from the first one up to a length.</summary>
    /// <param name="length">The length at which no further text is added.</param>
    public string TextWithin(int length)
    {
        var text = new StringBuilder();
        for (int node = NextWithin(Node); node != 0 && text.Length < length; node = NextWithin(node))
        {
            if (_tree[node].Tag is null)
            {
                text.Append(_tree.TextOf(_tree[node]));
            }
        }

        return text.ToString();
    }

    /// <summary>The element and all elements in it, in document order.</summary>
    public IEnumerable<HtmlElement> Elements()
    {
        for (int node = Node; node != 0; node = NextWithin(node))
        {
            if (_tree[node].Tag is not null)
            {
                yield return new HtmlElement(_tree, node);
            }
        }
    }

    /// <summary>The next node within this element in document order.</summary>
    /// <param name="node">A node within it, or its own index to begin.</param>
    /// <returns>The next node; 0 after the last one.</returns>
    public int NextWithin(int node)
    {
        if (_tree[node].FirstChild != 0)
        {
            return _tree[node].FirstChild;
        }

        while (node != Node)
        {
            if (_tree[node].Next != 0)
            {
                return _tree[node].Next;
            }

            node = _tree[node].Parent;
        }

        return 0;
    }

    public bool Has(AttributeName name) => (_tree[Node].Known & (1u << (int)name)) != 0;

    /// <summary>The value of an attribute; null when the element has no such attribute.</summary>
    public string? Get(AttributeName name) => Has(name) ? GetSpan(name).ToString() : null;

    /// <summary>The value of an attribute; empty when the element has no such attribute.</summary>
    public ReadOnlySpan<char> GetSpan(AttributeName name)
    {
        if (Has(name))
        {
            foreach (ref readonly HtmlAttribute attribute in Attributes)
            {
                if (attribute.Name == name)
                {
                    return SpanOf(attribute);
                }
            }
        }

        return [];
    }

    /// <summary>The value of an attribute, which outlives the tree; null without the attribute.</summary>
    public ReadOnlyMemory<char>? GetMemory(AttributeName name)
    {
        if (!Has(name))
        {
            return null;
        }

        foreach (ref readonly HtmlAttribute attribute in Attributes)
        {
            if (attribute.Name == name)
            {
                return IsWritten(attribute)
                    ? _tree.WrittenMemoryOf(attribute)
                    : SpanOf(attribute).ToString().AsMemory();
            }
        }

        return null;
    }

    /// <summary>The value of an attribute, with its character references decoded.</summary>
    public ReadOnlySpan<char> SpanOf(in HtmlAttribute attribute)
    {
        ReadOnlySpan<char> written = _tree.WrittenValueOf(attribute);
        return attribute.IsDecoded || HasNothingToDecode(written) ? written : CharacterReferences.Decode(written);
    }

    /// <summary>Whether the value of an attribute is in the page as it is meant.</summary>
    private bool IsWritten(in HtmlAttribute attribute) =>
        !attribute.IsDecoded && HasNothingToDecode(_tree.WrittenValueOf(attribute));

    private static bool HasNothingToDecode(ReadOnlySpan<char> written) => written.IndexOfAny('&', '\r', '\0') < 0;
}
