using NewsDiff.Text;

namespace NewsDiff.Feeds.Reading;

/// <summary>Reads a start tag as tolerantly as browsers, and writes well-formed attributes.</summary>
internal ref struct TagScanner
{
    private readonly ReadOnlySpan<char> _text;
    private readonly TagNames _names;
    private readonly CharBuffer _attributes;
    private List<string>? _seen;
    private int _at;

    private TagScanner(ReadOnlySpan<char> text, TagNames names, CharBuffer attributes)
    {
        _text = text;
        _names = names;
        _attributes = attributes;
        _at = 1;
    }

    /// <summary>Reads a tag.</summary>
    /// <param name="text">The document from the tag's angle bracket on.</param>
    /// <param name="names">Recognises names.</param>
    /// <param name="attributes">
    /// The destination of the attributes, each after a space and in quotes; its old content is dropped.
    /// </param>
    /// <returns>
    /// The element's name, or null when this is not a tag; whether it is self-closing; the characters read.
    /// </returns>
    public static (string? Name, bool IsEmpty, int Length) Read(
        ReadOnlySpan<char> text,
        TagNames names,
        CharBuffer attributes) =>
        new TagScanner(text, names, attributes).Read();

    private readonly bool IsAtEnd => _at >= _text.Length || _text[_at] == '>' || _text[_at] == '<';

    private (string? Name, bool IsEmpty, int Length) Read()
    {
        _attributes.Cut(0);
        if (_names.Find(ReadName()) is not { } name)
        {
            return (null, false, 1);
        }

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
            ReadOnlySpan<char> attribute = ReadName();
            Write(attribute, ReadValue());
            _at += _at == before ? 1 : 0;
        }

        return _at < _text.Length && _text[_at] == '>' ? (name, isEmpty, _at + 1) : (null, false, 1);
    }

    private ReadOnlySpan<char> ReadValue()
    {
        SkipSpaces();
        if (IsAtEnd || _text[_at] != '=')
        {
            return [];
        }

        _at++;
        SkipSpaces();
        if (IsAtEnd)
        {
            return [];
        }

        int start = _at;
        if (_text[start] is '"' or '\'')
        {
            int close = _text[(start + 1)..].IndexOf(_text[start]);
            _at = close < 0 ? _text.Length : start + close + 2;
            return close < 0 ? [] : _text.Slice(start + 1, close);
        }

        while (!IsAtEnd && !char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }

        return _text[start.._at];
    }

    private ReadOnlySpan<char> ReadName()
    {
        int start = _at;
        while (!IsAtEnd && !char.IsWhiteSpace(_text[_at]) && _text[_at] is not ('/' or '='))
        {
            _at++;
        }

        return _text[start.._at];
    }

    private void SkipSpaces()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
    }

    /// <summary>Writes an attribute, unless it is unnamed, a duplicate, or one too many.</summary>
    private void Write(ReadOnlySpan<char> attribute, ReadOnlySpan<char> value)
    {
        if (_seen?.Count >= FeedLimits.Attributes
            || _names.Find(attribute) is not { } name
            || !IsAllowed(name, value)
            || _seen?.Contains(name, StringComparer.Ordinal) is true)
        {
            return;
        }

        (_seen ??= []).Add(name);
        _attributes.Append(' ');
        _attributes.Append(name);
        _attributes.Append("=\"");
        for (int mark = value.IndexOfAny('<', '"'); mark >= 0; mark = value.IndexOfAny('<', '"'))
        {
            _attributes.Append(value[..mark]);
            _attributes.Append(value[mark] == '<' ? "&lt;" : "&quot;");
            value = value[(mark + 1)..];
        }

        _attributes.Append(value);
        _attributes.Append('"');
    }

    // A prefix cannot be undeclared, and those of XML itself cannot be declared anew.
    private static bool IsAllowed(string attribute, ReadOnlySpan<char> value) =>
        !attribute.StartsWith("xmlns:", StringComparison.Ordinal)
        || (value.Length > 0 && attribute is not ("xmlns:xml" or "xmlns:xmlns"));
}
