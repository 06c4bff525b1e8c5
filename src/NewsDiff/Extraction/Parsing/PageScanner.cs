using System.Diagnostics.CodeAnalysis;
using NewsDiff.Extraction.Html;
using NewsDiff.Extraction.Rules;
using NewsDiff.Text;

namespace NewsDiff.Extraction.Parsing;

/// <summary>Walks the tree of a page once and measures everything that later rules need.</summary>
/// <remarks>The walk keeps its own stack, because pages may be deep.</remarks>
[SuppressMessage("Design", "CA1001", Justification = "The page takes what it keeps; Scan disposes of the rest.")]
internal sealed class PageScanner
{
    /// <summary>The minimum number of characters of a wrapper around an article; a button has fewer.</summary>
    private const int LeastWrapped = 150;

    /// <summary>The maximum number of nodes searched for the text of a wrapper.</summary>
    private const int MostLooked = 200;

    /// <summary>The length at which the text of a link is no longer a sign such as "#" or "↩".</summary>
    private const int LongestSign = 8;

    /// <summary>Room for the elements that the parser adds to nearly every page.</summary>
    private const int MostAdded = 16;

    /// <summary>More open elements than nearly all pages have at once.</summary>
    private const int UsualDepth = 64;

    private readonly SharedList<PageNode> _nodes;
    private readonly SharedList<PageElement> _elements;
    private readonly SharedList<Frame> _stack = new(UsualDepth);
    private readonly TextCollector _text;
    private readonly HeadCollector _head = new();
    private readonly NameRoles _names = new();
    private readonly TagScan _source;
    private readonly HtmlTree _tree;
    private readonly CancellationToken _cancellationToken;
    private int _links;
    private int _emphases;
    private int _denials;
    private int _denier = -1;
    private bool _hasRuledBody;

    private PageScanner(ParsedPage page, CancellationToken cancellationToken)
    {
        TagScan source = page.Source;

        // A list holds its items twice while it grows.
        _nodes = new SharedList<PageNode>(source.Elements + MostAdded);
        _elements = new SharedList<PageElement>(source.Elements + MostAdded);

        // One character separates two blocks; a long text that outgrew its buffer would need three times the memory.
        _text = new TextCollector(source.TextLength + source.Elements);
        _source = source;
        _tree = page.Tree;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Walks a page.</summary>
    /// <param name="parsed">Its tree.</param>
    /// <param name="url">Its address.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    /// <returns>The page, which the caller disposes.</returns>
    public static Page Scan(ParsedPage parsed, Uri url, CancellationToken cancellationToken)
    {
        var scanner = new PageScanner(parsed, cancellationToken);
        HtmlElement root = parsed.Tree.Root;
        using NameRoles names = scanner._names;
        using SharedList<Frame> stack = scanner._stack;
        scanner.Walk(root);

        return new Page(url, scanner._text, scanner._nodes, scanner._elements)
        {
            Metas = scanner._head.Metas,
            LinkedData = parsed.Source.LinkedData,
            Marks = scanner._head.Marks,
            Links = scanner._head.Links,
            Controls = scanner._head.Controls,
            HasRuledBody = scanner._hasRuledBody,
            BaseAddress = scanner._head.BaseAddress,
            DocumentTitle = scanner._head.Title,
            Language = root.Get(AttributeName.Lang) ?? root.Get(AttributeName.XmlLang),
        };
    }

    private void Walk(HtmlElement root)
    {
        Enter(root);
        while (_stack.Count > 0)
        {
            ref Frame frame = ref _stack.Items[^1];
            int next = frame.Next;
            if (next == 0)
            {
                Leave(frame);
                _stack.RemoveLast();
                continue;
            }

            ref readonly HtmlNode child = ref _tree[next];
            frame.Next = child.Next;
            if (child.Tag is not null)
            {
                Enter(new HtmlElement(_tree, next));
            }
            else if (_nodes.Items[frame.Node].Kind is not (ElementKind.Row or ElementKind.Table))
            {
                _text.Append(
                    _tree.TextOf(child),
                    NearestBlock(frame.Node),
                    _links > 0,
                    _emphases > 0,
                    _denials > 0 ? _denier : -1);
            }
        }
    }

    private void Enter(HtmlElement element)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        int parent = _stack.Count > 0 ? _stack.Items[^1].Node : -1;
        ElementKind kind = KindOf(element, parent, out bool isWrapper);
        if ((element.Fields & RuleField.Remove) != RuleField.None && parent >= 0)
        {
            Remove(element, kind, parent);
        }
        else if (kind >= ElementKind.Skipped)
        {
            _head.Read(element, kind, parent);
            _head.ReadRuled(element, parent);
            if (ElementKinds.IsSkippedBlock(element.Name))
            {
                _text.Break();
            }
        }
        else if (kind == ElementKind.LineBreak)
        {
            _text.LineBreak();
        }
        else
        {
            Push(element, kind, parent);
            _nodes.Items[^1].Own |= isWrapper ? Roles.Hidden : Roles.None;
        }
    }

    private ElementKind KindOf(HtmlElement element, int parent, out bool isWrapper)
    {
        isWrapper = false;
        ElementKind kind = element.Kind;
        if (kind == ElementKind.Skipped)
        {
            if (element.Name == "button" && _text.IsOpen && IsFollowedByText(element))
            {
                return ElementKind.Inline;
            }

            bool isShown = IsShown(element)
                || (element.Name == "template" && element.Has(AttributeName.ShadowRootMode));
            isWrapper = !isShown && IsWrapper(element);
            return isShown || isWrapper ? ElementKind.Block : kind;
        }

        bool isInline = kind == ElementKind.Block
            && parent >= 0
            && ElementKinds.IsInlineIn(element.Name, _nodes.Items[parent].Kind);
        return isInline ? ElementKind.Inline : kind;
    }

    /// <summary>Whether the sentence around an element goes on behind it.</summary>
    private bool IsFollowedByText(HtmlElement element)
    {
        int next = _tree[element.Node].Next;
        ReadOnlySpan<char> text = next == 0 || _tree[next].Tag is not null ? [] : _tree.TextOf(_tree[next]).TrimStart();
        return text.Length > 1 && char.IsLetter(text[0]) && !char.IsUpper(text[0]);
    }

    /// <summary>Whether a wrapper, such as a button, holds as much text as an article.</summary>
    private bool IsWrapper(HtmlElement element)
    {
        if (!ElementKinds.MayWrap(element.Name))
        {
            return false;
        }

        int length = 0;
        int inner = element.NextWithin(element.Node);
        for (int looked = 0; inner != 0 && looked < MostLooked; looked++)
        {
            length += _tree[inner].Tag is null ? _tree.TextOf(_tree[inner]).Trim().Length : 0;
            inner = element.NextWithin(inner);
        }

        return length >= LeastWrapped;
    }

    /// <summary>
    /// Whether a usually textless element holds page content, for example because it lacks an end tag.
    /// </summary>
    private bool IsShown(HtmlElement element)
    {
        bool isOpen = _source.IsLeftOpen(element.Name);
        if (!isOpen && !(element.Name == "noscript" && _source.HasProseWithoutScripts))
        {
            return false;
        }

        int paragraphs = 0;
        int blocks = 0;
        for (int child = element.FirstChild; child != 0; child = _tree[child].Next)
        {
            ElementKind kind = _tree[child].Tag?.Kind ?? ElementKind.Inline;
            paragraphs += kind == ElementKind.Paragraph ? 1 : 0;
            blocks += kind < ElementKind.Skipped && !ElementKinds.IsInline(kind) ? 1 : 0;
        }

        return isOpen ? blocks > 0 : paragraphs > 1;
    }

    /// <summary>Removes what a rule selects, but keeps the gap that it made on the page.</summary>
    private void Remove(HtmlElement element, ElementKind kind, int parent)
    {
        _head.ReadRemoved(element, parent);
        if (!ElementKinds.IsInline(kind))
        {
            _text.Break();
        }
    }

    private void Push(HtmlElement element, ElementKind kind, int parent)
    {
        ReadOnlyMemory<char> classes = element.GetMemory(AttributeName.Class) ?? default;
        ReadOnlyMemory<char>? address = kind == ElementKind.Link ? element.GetMemory(AttributeName.Href) : null;
        Roles own = ElementRoles.Of(element, kind, _names.Of(classes));
        own |= address is { } target ? OfTarget(element, target.Span) : Roles.None;
        if ((element.Fields & RuleField.Body) != RuleField.None)
        {
            own = (own & ~Roles.Denied) | Roles.Ruled;
            kind = ElementKinds.IsInline(kind) ? ElementKind.Block : kind;
            _hasRuledBody = true;
        }
        else if (kind == ElementKind.Preformatted)
        {
            // A box with a toolbar is named after it, too.
            _nodes.Items[parent].Own &= ~Roles.Widget;
        }

        bool isInline = ElementKinds.IsInline(kind);
        if (!isInline)
        {
            _text.Break();
        }

        int index = _nodes.Count;
        _elements.Add(new PageElement(element.Name, classes, address));
        _nodes.Add(new PageNode
        {
            Parent = parent,
            Kind = kind,
            Level = kind == ElementKind.Heading ? (byte)(element.Name[1] - '0') : (byte)0,
            Own = own,
            FirstBlock = _text.Blocks.Length,
            TextStart = _text.Length,
        });
        _head.ReadRuled(element, index);
        _head.ReadMarks(element, kind, own, index, address);
        PushFrame(element, kind, index, isInline && own.HasAny(Roles.Denied), address is not null);
    }

    private void PushFrame(HtmlElement element, ElementKind kind, int index, bool isDenied, bool hasAddress)
    {
        bool isLink = kind == ElementKind.Link && hasAddress;
        _links += isLink ? 1 : 0;
        _emphases += kind == ElementKind.Emphasis ? 1 : 0;
        _denier = isDenied && _denials == 0 ? index : _denier;
        _denials += isDenied ? 1 : 0;
        _text.Preformatted += kind == ElementKind.Preformatted ? 1 : 0;
        _stack.Add(new Frame(element.FirstChild, index, isLink, isDenied));
    }

    /// <summary>Hides a link that is a sign for its own heading or note, or a button for sharing.</summary>
    private static Roles OfTarget(HtmlElement element, ReadOnlySpan<char> address)
    {
        bool isSign = address is ['#', ..] && !element.TextWithin(LongestSign).Any(char.IsLetterOrDigit);
        return isSign || ShareAddress.IsOne(address) ? Roles.Hidden | Roles.Unseen : Roles.None;
    }

    private void Leave(in Frame frame)
    {
        ref PageNode node = ref _nodes.Items[frame.Node];
        if (!ElementKinds.IsInline(node.Kind))
        {
            _text.Break();
        }

        _links -= frame.IsLink ? 1 : 0;
        _emphases -= node.Kind == ElementKind.Emphasis ? 1 : 0;
        _denials -= frame.IsDenied ? 1 : 0;
        _text.Preformatted -= node.Kind == ElementKind.Preformatted ? 1 : 0;
        node.EndNode = _nodes.Count;
        node.EndBlock = _text.Blocks.Length;
        node.TextEnd = _text.Length;
    }

    private int NearestBlock(int node)
    {
        ReadOnlySpan<PageNode> nodes = _nodes.Items;
        while (ElementKinds.IsInline(nodes[node].Kind) && nodes[node].Parent >= 0)
        {
            node = nodes[node].Parent;
        }

        return node;
    }

    private record struct Frame(int Next, int Node, bool IsLink, bool IsDenied);
}
