using System.Diagnostics.CodeAnalysis;
using System.Xml;
using NewsDiff.Text;

namespace NewsDiff.Feeds.Reading;

/// <summary>Walks over the elements of a feed.</summary>
/// <remarks>A fault in the XML ends the walk like the end of the document.</remarks>
internal sealed class FeedXmlCursor : IDisposable
{
    private const int MostNames = 256;
    private const int ChunkLength = 256;

    /// <summary>A length that no format's namespace has.</summary>
    private const int LongestNamespace = 256;

    private readonly XmlReader _reader;
    private readonly Stack<(int Depth, Uri Url)> _bases = new();
    private readonly Dictionary<(string Namespace, string Local), string> _names = new(SameStrings.Comparer);
    private readonly Dictionary<(string Namespace, string Local), string> _bareNames = new(SameStrings.Comparer);
    private readonly CharBuffer _text = new(1024);
    private readonly CancellationToken _cancellationToken;
    private string _home = "";
    private string? _limit;

    /// <summary>Starts before the root.</summary>
    /// <param name="xml">The document.</param>
    /// <param name="baseUrl">The address of the document.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    [SuppressMessage("Reliability", "CA2000", Justification = "The reader closes its input.")]
    public FeedXmlCursor(ReadOnlyMemory<char> xml, Uri baseUrl, CancellationToken cancellationToken = default)
    {
        _cancellationToken = cancellationToken;
        _bases.Push((-1, baseUrl));
        var settings = new XmlReaderSettings
        {
            CheckCharacters = false,
            CloseInput = true,
            DtdProcessing = DtdProcessing.Ignore,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            XmlResolver = null,
        };
        var names = new NameTable();
        var context = new XmlParserContext(names, new TolerantNamespaces(names), xmlLang: null, XmlSpace.None);
        _reader = XmlReader.Create(new CharReader(xml), settings, context);
    }

    /// <summary>The fault of the document so far, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>The limit that ended the walk or left links out; or null.</summary>
    public string? Limit => _limit ?? (Links.IsExhausted ? FeedDraft.TooLongLinks : null);

    /// <summary>Resolves the links of the document.</summary>
    public LinkResolver Links { get; } = new();

    /// <summary>The number of elements around the current one.</summary>
    public int Depth => _reader.Depth;

    /// <summary>The current element's name in lower case, with the usual prefix of its extension.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The base of relative addresses in the current element.</summary>
    public Uri Base => _bases.Peek().Url;

    /// <summary>The language of the current element, stated on it or around it; otherwise null.</summary>
    public string? Language =>
        _reader.XmlLang is { Length: > 0 and <= FeedLimits.NameLength } language ? language : null;

    /// <summary>Stops reading because a limit is reached.</summary>
    /// <param name="limit">The limit, as a sentence.</param>
    public void End(string limit) => _limit ??= limit;

    /// <summary>Moves to the root element, whose namespace becomes the feed's own.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveToRoot()
    {
        while (Read())
        {
            if (_reader.NodeType == XmlNodeType.Element)
            {
                _home = _reader.NamespaceURI;
                Name = NameOf();
                return true;
            }
        }

        return false;
    }

    /// <summary>Goes to the next child of an element, skipping the rest of the previous one.</summary>
    /// <param name="parentDepth">The depth of the element.</param>
    /// <returns>Whether there is one; if not, the element is finished.</returns>
    public bool MoveToChild(int parentDepth)
    {
        if (_reader.NodeType == XmlNodeType.Element && _reader.Depth == parentDepth && _reader.IsEmptyElement)
        {
            return false;
        }

        while (Read() && _reader.Depth > parentDepth)
        {
            if (_reader.NodeType == XmlNodeType.Element && _reader.Depth == parentDepth + 1)
            {
                Name = NameOf();
                return true;
            }
        }

        return false;
    }

    /// <summary>An attribute of the current element, in any namespace; null when it is missing.</summary>
    public string? Attribute(string name)
    {
        string? value = null;
        for (bool more = _reader.MoveToFirstAttribute(); more && value is null; more = _reader.MoveToNextAttribute())
        {
            if (_reader.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                value = _reader.Value;
            }
        }

        _reader.MoveToElement();
        return value;
    }

    /// <summary>Reads the text inside the current element and goes past it.</summary>
    /// <remarks>The text is valid until the next one is read.</remarks>
    public ReadOnlySpan<char> ReadText() => ReadText(out _);

    /// <summary>Reads the text of a child, or all text without such a child.</summary>
    /// <param name="child">The child's local name.</param>
    /// <remarks>The cursor then is past the element. The text is valid until the next one is read.</remarks>
    public ReadOnlySpan<char> ReadTextOf(string child)
    {
        _text.Cut(0);
        int depth = _reader.Depth;
        bool isFound = false;
        bool isPast = false;
        if (_reader.IsEmptyElement)
        {
            return [];
        }

        while (Read() && _reader.Depth > depth)
        {
            if (_reader.NodeType is not (XmlNodeType.Element or XmlNodeType.EndElement))
            {
                if (!isPast)
                {
                    AppendValue();
                }
            }
            else if (_reader.Depth == depth + 1)
            {
                bool isStart = _reader.NodeType == XmlNodeType.Element
                    && !isFound
                    && _reader.LocalName.Equals(child, StringComparison.OrdinalIgnoreCase);
                _text.Cut(isStart ? 0 : _text.Length);
                isFound |= isStart;
                isPast = isFound && (!isStart || _reader.IsEmptyElement);
            }
        }

        return Fault is null ? _text.Span : [];
    }

    /// <summary>Reads the text inside the current element and goes past it.</summary>
    /// <param name="hasElements">Whether it has elements inside.</param>
    /// <remarks>
    /// The text is valid until the next one is read. It is empty if the document ends inside: a cut address would be
    /// another address.
    /// </remarks>
    public ReadOnlySpan<char> ReadText(out bool hasElements)
    {
        _text.Cut(0);
        hasElements = false;
        int depth = _reader.Depth;
        if (_reader.IsEmptyElement)
        {
            return [];
        }

        while (Read() && _reader.Depth > depth)
        {
            if (_reader.NodeType is not (XmlNodeType.Element or XmlNodeType.EndElement))
            {
                AppendValue();
                continue;
            }

            hasElements = true;
            if (FeedText.IsBlock(_reader.LocalName))
            {
                _text.Append(' ');
            }
        }

        return Fault is null ? _text.Span : [];
    }

    /// <summary>Reads the current element's content as text and markup, and goes past it.</summary>
    /// <param name="markup">The markup with its addresses resolved; null without elements inside.</param>
    /// <returns>The text, valid until the next text is read.</returns>
    public ReadOnlySpan<char> ReadContent(out string? markup)
    {
        _text.Cut(0);
        markup = null;
        int depth = _reader.Depth;
        if (_reader.IsEmptyElement)
        {
            return [];
        }

        MarkupWriter? writer = null;
        while (Read() && _reader.Depth > depth)
        {
            switch (_reader.NodeType)
            {
                case XmlNodeType.Element:
                    writer ??= new MarkupWriter(_text.Span);
                    writer.Open(_reader, Base, Links);
                    break;
                case XmlNodeType.EndElement:
                    writer?.Close(_reader.LocalName);
                    break;
                default:
                    int start = _text.Length;
                    AppendValue();
                    writer?.Write(_text.Span[start..]);
                    break;
            }
        }

        markup = Fault is null ? writer?.ToString() : null;
        return Fault is null ? _text.Span : [];
    }

    /// <summary>Resolves an address in the current element.</summary>
    /// <param name="reference">The address as written; may be empty.</param>
    /// <returns>The absolute http or https address; null when it is not one.</returns>
    public Uri? Resolve(ReadOnlySpan<char> reference) => Links.Resolve(reference, Base);

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _text.Dispose();
    }

    private string NameOf()
    {
        (string Namespace, string Local) written = (_reader.NamespaceURI, _reader.LocalName);
        bool hasPrefix = _reader.Prefix.Length > 0;
        Dictionary<(string Namespace, string Local), string> names = hasPrefix ? _names : _bareNames;
        if (!names.TryGetValue(written, out string? name))
        {
            string space = written.Namespace.Length > LongestNamespace && written.Namespace != _home
                ? FeedNames.NoNamespace
                : written.Namespace;
            name = FeedNames.Of(space, written.Local, _home, hasPrefix);
            if (names.Count < MostNames)
            {
                names.Add(written, name);
            }
        }

        return name;
    }

    private bool Read()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (Fault is not null || _limit is not null)
        {
            return false;
        }

        try
        {
            if (!_reader.Read())
            {
                return false;
            }
        }
        catch (XmlException fault)
        {
            Fault = FeedText.Cut(fault.Message, FeedLimits.ReasonLength);
            return false;
        }

        if (_reader.Depth > FeedLimits.Depth)
        {
            Fault = "Its elements are nested too deeply.";
            return false;
        }

        if (_reader.NodeType == XmlNodeType.Element)
        {
            EnterElement();
        }

        return true;
    }

    /// <summary>Adds the text of the current node, up to the limit.</summary>
    /// <remarks>The reader may parse it only now, and find a fault.</remarks>
    private void AppendValue()
    {
        if (!_reader.HasValue)
        {
            return;
        }

        try
        {
            int length = -1;
            while (length != 0 && _text.Length < FeedLimits.TextLength)
            {
                ArraySegment<char> room = _text.Room(ChunkLength);
                length = _reader.ReadValueChunk(room.Array!, room.Offset, room.Count);
                _text.Advance(length);
            }

            _text.Cut(FeedLimits.TextLength);
        }
        catch (XmlException fault)
        {
            Fault = FeedText.Cut(fault.Message, FeedLimits.ReasonLength);
        }
    }

    private void EnterElement()
    {
        while (_bases.Peek().Depth >= _reader.Depth)
        {
            _bases.Pop();
        }

        if (_reader.GetAttribute("base", "http://www.w3.org/XML/1998/namespace") is { } written
            && Links.ResolveBase(written, Base) is { } resolved)
        {
            _bases.Push((_reader.Depth, resolved));
        }
    }
}
