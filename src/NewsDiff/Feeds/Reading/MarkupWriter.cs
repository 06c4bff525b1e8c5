using System.Collections.Frozen;
using System.Text;
using System.Xml;

namespace NewsDiff.Feeds.Reading;

/// <summary>Writes the elements of a text construct as HTML, up to the limit.</summary>
internal sealed class MarkupWriter
{
    private static readonly FrozenSet<string> Addresses =
        FrozenSet.Create(
            StringComparer.OrdinalIgnoreCase, "action", "cite", "data", "href", "longdesc", "poster", "src");

    private readonly StringBuilder _html = new();
    private int _dropped;

    /// <summary>Starts with the text before the first element.</summary>
    public MarkupWriter(ReadOnlySpan<char> text) => Write(text);

    /// <summary>Writes the start tag at the reader.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="baseUrl">The base of relative addresses.</param>
    /// <param name="links">Resolves them.</param>
    public void Open(XmlReader reader, Uri baseUrl, LinkResolver links)
    {
        if (_html.Length >= FeedLimits.TextLength)
        {
            _dropped += reader.IsEmptyElement ? 0 : 1;
            return;
        }

        _html.Append('<').Append(reader.LocalName);
        bool isEmpty = reader.IsEmptyElement;
        for (bool more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader.Prefix.Length == 0 && reader.LocalName != "xmlns" && _html.Length < FeedLimits.TextLength)
            {
                string value = Addresses.Contains(reader.LocalName)
                    ? links.Resolve(reader.Value, baseUrl)?.AbsoluteUri ?? reader.Value
                    : reader.Value;
                _html.Append(' ').Append(reader.LocalName).Append("=\"");
                Write(value);
                _html.Append('"');
            }
        }

        reader.MoveToElement();
        _html.Append(isEmpty ? " />" : ">");
    }

    /// <summary>Writes an end tag.</summary>
    public void Close(string name)
    {
        if (_dropped > 0)
        {
            _dropped--;
            return;
        }

        _html.Append("</").Append(name).Append('>');
    }

    /// <summary>Writes text.</summary>
    public void Write(ReadOnlySpan<char> text)
    {
        int length = Math.Clamp(FeedLimits.TextLength - _html.Length, 0, text.Length);
        length -= length > 0 && length < text.Length && char.IsHighSurrogate(text[length - 1]) ? 1 : 0;
        foreach (char c in text[..length])
        {
            _ = c switch
            {
                '&' => _html.Append("&amp;"),
                '<' => _html.Append("&lt;"),
                '>' => _html.Append("&gt;"),
                '"' => _html.Append("&quot;"),
                _ => _html.Append(c),
            };
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _html.ToString();
}
