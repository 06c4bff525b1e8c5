using System.Text;
using System.Xml;

namespace NewsDiff.Feeds.Reading;

/// <summary>Reads a start tag as forgivingly as browsers do, and gives it back well-formed.</summary>
internal ref struct TagScanner
{
    private readonly ReadOnlySpan<char> _text;
    private int _at;

    private TagScanner(ReadOnlySpan<char> text)
    {
        _text = text;
        _at = 1;
    }

    /// <summary>Reads a tag.</summary>
    /// <param name="text">The document from the tag's angle bracket on.</param>
    /// <returns>
    /// The element's name, or null when this is no tag; the attributes with quotes; whether the tag closes itself; the characters read.
    /// </returns>
    public static (string? Name, string Attributes, bool IsEmpty, int Length) Read(ReadOnlySpan<char> text) =>
        new TagScanner(text).Read();

    private readonly bool IsAtEnd => _at >= _text.Length || _text[_at] == '>' || _text[_at] == '<';

    private (string? Name, string Attributes, bool IsEmpty, int Length) Read()
    {
        string name = ReadName();
        if (!IsName(name))
        {
            return (null, "", false, 1);
        }

        var attributes = new StringBuilder();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        bool isEmpty = false;
        for (SkipSpaces(); !IsAtEnd; SkipSpaces())
        {
            isEmpty = _text[_at] == '/';
            if (isEmpty)
            {
                _at++;
                continue;
            }

            int before = _at;
            (string attribute, string value) = ReadAttribute();
            if (IsName(attribute) && IsAllowed(attribute, value) && seen.Add(attribute))
            {
                attributes.Append(' ').Append(attribute).Append("=\"").Append(value).Append('"');
            }

            _at += _at == before ? 1 : 0;
        }

        return _at < _text.Length && _text[_at] == '>' ? (name, attributes.ToString(), isEmpty, _at + 1) : (null, "", false, 1);
    }

    private (string Name, string Value) ReadAttribute()
    {
        string name = ReadName();
        SkipSpaces();
        if (IsAtEnd || _text[_at] != '=')
        {
            return (name, "");
        }

        _at++;
        SkipSpaces();
        if (IsAtEnd)
        {
            return (name, "");
        }

        char quote = _text[_at];
        int start = _at;
        if (quote is '"' or '\'')
        {
            int close = _text[(start + 1)..].IndexOf(quote);
            _at = close < 0 ? _text.Length : start + close + 2;
            return (name, close < 0 ? "" : Quotable(_text.Slice(start + 1, close)));
        }

        while (!IsAtEnd && !char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }

        return (name, Quotable(_text[start.._at]));
    }

    private string ReadName()
    {
        int start = _at;
        while (!IsAtEnd && !char.IsWhiteSpace(_text[_at]) && _text[_at] is not ('/' or '='))
        {
            _at++;
        }

        return _text[start.._at].ToString();
    }

    private void SkipSpaces()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
    }

    private static string Quotable(ReadOnlySpan<char> value) =>
        value.ToString().Replace("<", "&lt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    private static bool IsName(string name)
    {
        int colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0
            ? XmlReader.IsName(name)
            : XmlReader.IsName(name[..colon]) && XmlReader.IsName(name[(colon + 1)..]) && name.LastIndexOf(':') == colon;
    }

    // A prefix cannot be undeclared, and those of XML itself cannot be declared anew.
    private static bool IsAllowed(string attribute, string value) =>
        !attribute.StartsWith("xmlns:", StringComparison.Ordinal)
        || (value.Length > 0 && attribute is not ("xmlns:xml" or "xmlns:xmlns"));
}
