using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Xml;

namespace NewsDiff.Feeds.Reading;

/// <summary>Walks over the elements of a feed. A fault in the XML ends the walk as the end of the document would.</summary>
internal sealed class FeedXmlCursor : IDisposable
{
    private readonly XmlReader _reader;
    private readonly Stack<(int Depth, Uri Url)> _bases = new();
    private string _home = "";

    /// <summary>Begins before the root.</summary>
    /// <param name="xml">The document.</param>
    /// <param name="baseUrl">The address of the document.</param>
    [SuppressMessage("Reliability", "CA2000", Justification = "The reader closes its input.")]
    public FeedXmlCursor(string xml, Uri baseUrl)
    {
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
        _reader = XmlReader.Create(new StringReader(xml), settings, context);
    }

    /// <summary>What is wrong with the document, or null as far as it was read.</summary>
    public string? Fault { get; private set; }

    /// <summary>How many elements the current one is inside of.</summary>
    public int Depth => _reader.Depth;

    /// <summary>The current element's name in lower case; with the usual prefix when it belongs to a known extension.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What relative addresses in the current element are relative to.</summary>
    public Uri Base => _bases.Peek().Url;

    /// <summary>The language of the current element, as stated on it or around it; null when none is.</summary>
    public string? Language => _reader.XmlLang is { Length: > 0 } language ? language : null;

    /// <summary>Goes to the root element, whose namespace is then the feed's own.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveToRoot()
    {
        while (Read())
        {
            if (_reader.NodeType == XmlNodeType.Element)
            {
                _home = _reader.NamespaceURI;
                Name = FeedNames.Of(_reader.NamespaceURI, _reader.LocalName, _home);
                return true;
            }
        }

        return false;
    }

    /// <summary>Goes to the next child of an element, passing over what is left of the one before.</summary>
    /// <param name="parentDepth">The depth of the element.</param>
    /// <returns>Whether there is one; when not, the element is finished.</returns>
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
                Name = FeedNames.Of(_reader.NamespaceURI, _reader.LocalName, _home);
                return true;
            }
        }

        return false;
    }

    /// <summary>The value of an attribute of the current element, in whatever namespace; null when it has none.</summary>
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

    /// <summary>The text in the current element and in those inside it, which are then passed.</summary>
    public string ReadText()
    {
        int depth = _reader.Depth;
        if (_reader.IsEmptyElement)
        {
            return "";
        }

        // Nearly every text is one node, which needs no builder.
        string first = "";
        StringBuilder? text = null;
        while (Read() && _reader.Depth > depth)
        {
            if (text is null && first.Length == 0 && _reader.NodeType is not (XmlNodeType.Element or XmlNodeType.EndElement))
            {
                string only = ReadValue();
                first = only.Length > FeedLimits.TextLength ? only[..FeedLimits.TextLength] : only;
                continue;
            }

            text ??= new StringBuilder(first);
            if (_reader.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
            {
                text.Append(FeedText.IsBlock(_reader.LocalName) ? " " : "");
            }
            else
            {
                string value = ReadValue();
                text.Append(value.AsSpan(0, Math.Clamp(FeedLimits.TextLength - text.Length, 0, value.Length)));
            }
        }

        return text?.ToString() ?? first;
    }

    /// <summary>The content of the current element, which is then passed, as text and as markup.</summary>
    /// <returns>The text, and the markup with its addresses resolved; null when there are no elements in it.</returns>
    public (string Text, string? Markup) ReadContent()
    {
        int depth = _reader.Depth;
        if (_reader.IsEmptyElement)
        {
            return ("", null);
        }

        var text = new StringBuilder();
        MarkupWriter? markup = null;
        while (Read() && _reader.Depth > depth)
        {
            switch (_reader.NodeType)
            {
                case XmlNodeType.Element:
                    markup ??= new MarkupWriter(text.ToString());
                    markup.Open(_reader, Base);
                    break;
                case XmlNodeType.EndElement:
                    markup?.Close(_reader.LocalName);
                    break;
                default:
                    string value = ReadValue();
                    text.Append(value.AsSpan(0, Math.Clamp(FeedLimits.TextLength - text.Length, 0, value.Length)));
                    markup?.Write(value);
                    break;
            }
        }

        return (text.ToString(), markup?.ToString());
    }

    /// <summary>Resolves an address in the current element.</summary>
    /// <param name="reference">The address as written, or null.</param>
    /// <returns>The absolute http or https address; null when it is none.</returns>
    public Uri? Resolve(string? reference) => FeedLink.Resolve(reference, Base);

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private bool Read()
    {
        if (Fault is not null)
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
            Fault = fault.Message;
            return false;
        }

        if (_reader.Depth > FeedLimits.Depth)
        {
            Fault = "Its elements are nested too deep.";
            return false;
        }

        if (_reader.NodeType == XmlNodeType.Element)
        {
            EnterElement();
        }

        return true;
    }

    /// <summary>The text of the current node, which the reader may parse only now, and find wrong.</summary>
    private string ReadValue()
    {
        if (Fault is not null)
        {
            return "";
        }

        try
        {
            return _reader.Value;
        }
        catch (XmlException fault)
        {
            Fault = fault.Message;
            return "";
        }
    }

    private void EnterElement()
    {
        while (_bases.Peek().Depth >= _reader.Depth)
        {
            _bases.Pop();
        }

        if (_reader.GetAttribute("base", "http://www.w3.org/XML/1998/namespace") is { } written
            && Uri.TryCreate(Base, written.Trim(), out Uri? resolved))
        {
            _bases.Push((_reader.Depth, resolved));
        }
    }
}
