using System.Buffers;
using System.Text;

namespace NewsDiff.Text;

/// <summary>Looks for a meta element with a page's encoding (HTML standard, 13.2.3.2).</summary>
internal ref struct MetaPrescan
{
    /// <summary>The number of bytes searched for a declaration.</summary>
    /// <remarks>The standard's first pass ends at 1024 bytes, but its parser restarts at a later declaration.</remarks>
    private const int MaxBytes = 16 * 1024;

    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(" \t\n\f\r;");

    private readonly ReadOnlySpan<byte> _bytes;
    private int _at;

    private MetaPrescan(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    private readonly bool IsAtEnd => _at >= _bytes.Length;

    /// <summary>Finds the encoding that the beginning of a page declares.</summary>
    /// <param name="content">The page's bytes.</param>
    /// <returns>The encoding, or null.</returns>
    public static Charset? Find(ReadOnlySpan<byte> content) =>
        new MetaPrescan(content[..Math.Min(content.Length, MaxBytes)]).Scan();

    private Charset? Scan()
    {
        for (; !IsAtEnd; _at++)
        {
            ReadOnlySpan<byte> rest = _bytes[_at..];
            if (rest.StartsWith("<!--"u8))
            {
                // The dashes of the opening may be those of the closing: "<!-->" is a whole comment.
                int close = rest[2..].IndexOf("-->"u8);
                _at = close < 0 ? _bytes.Length : _at + 2 + close + 2;
            }
            else if (rest is [(byte)'<', (byte)'m' or (byte)'M', _, _, _, _, ..] && IsMeta(rest))
            {
                _at += 5;
                if (ReadMeta() is { } charset)
                {
                    return charset;
                }
            }
            else if (rest is [(byte)'<', (byte)'/', var closing, ..] && char.IsAsciiLetter((char)closing))
            {
                SkipTag();
            }
            else if (rest is [(byte)'<', var opening, ..] && char.IsAsciiLetter((char)opening))
            {
                SkipTag();
            }
            else if (rest is [(byte)'<', (byte)'!' or (byte)'/' or (byte)'?', ..])
            {
                int close = rest.IndexOf((byte)'>');
                _at = close < 0 ? _bytes.Length : _at + close;
            }
        }

        return null;
    }

    private static bool IsMeta(ReadOnlySpan<byte> rest) =>
        Ascii.EqualsIgnoreCase(rest[1..5], "meta"u8) && (IsSpace(rest[5]) || rest[5] == '/');

    private Charset? ReadMeta()
    {
        bool isContentType = false;
        bool? needsContentType = null;
        Charset? charset = null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (ReadAttribute() is var (name, value))
        {
            if (!seen.Add(name))
            {
                continue;
            }

            if (name == "http-equiv")
            {
                isContentType |= value == "content-type";
            }
            else if (name == "content" && charset is null && CharsetIn(value) is { } inContent)
            {
                charset = CharsetLabels.Find(inContent);
                needsContentType = charset is null ? needsContentType : true;
            }
            else if (name == "charset")
            {
                charset = CharsetLabels.Find(value);
                needsContentType = false;
            }
        }

        if (needsContentType is not { } needs || (needs && !isContentType))
        {
            return null;
        }

        return charset == CharsetLabels.Utf16LittleEndian || charset == CharsetLabels.Utf16BigEndian
            ? CharsetLabels.Utf8
            : charset;
    }

    private void SkipTag()
    {
        while (!IsAtEnd && !IsSpace(_bytes[_at]) && _bytes[_at] != '>')
        {
            _at++;
        }

        while (ReadAttribute() is not null)
        {
        }
    }

    /// <summary>Reads a tag's next attribute in lower case; null at the tag's end.</summary>
    /// <remarks>The position then does not change.</remarks>
    private (string Name, string Value)? ReadAttribute()
    {
        while (!IsAtEnd && (IsSpace(_bytes[_at]) || _bytes[_at] == '/'))
        {
            _at++;
        }

        if (IsAtEnd || _bytes[_at] == '>')
        {
            return null;
        }

        var name = new StringBuilder();
        while (!IsAtEnd && !EndsName(_bytes[_at], isFirst: name.Length == 0))
        {
            name.Append(Lower(_bytes[_at++]));
        }

        SkipSpaces();
        if (IsAtEnd || _bytes[_at] != '=')
        {
            return IsAtEnd ? null : (name.ToString(), "");
        }

        _at++;
        SkipSpaces();
        return ReadValue() is { } value ? (name.ToString(), value) : null;
    }

    private static bool EndsName(byte value, bool isFirst) =>
        IsSpace(value) || value is (byte)'/' or (byte)'>' || (value == '=' && !isFirst);

    private string? ReadValue()
    {
        if (IsAtEnd)
        {
            return null;
        }

        var value = new StringBuilder();
        byte quote = _bytes[_at];
        if (quote is (byte)'"' or (byte)'\'')
        {
            _at++;
            while (!IsAtEnd && _bytes[_at] != quote)
            {
                value.Append(Lower(_bytes[_at++]));
            }

            if (IsAtEnd)
            {
                return null;
            }

            _at++;
            return value.ToString();
        }

        while (!IsAtEnd && !IsSpace(_bytes[_at]) && _bytes[_at] != '>')
        {
            value.Append(Lower(_bytes[_at++]));
        }

        return IsAtEnd ? null : value.ToString();
    }

    /// <summary>The charset in a content attribute.</summary>
    /// <remarks>The standard calls this "extracting a character encoding from a meta element".</remarks>
    private static string? CharsetIn(ReadOnlySpan<char> content)
    {
        for (int found = content.IndexOf("charset", StringComparison.Ordinal); found >= 0;)
        {
            content = content[(found + "charset".Length)..].TrimStart();
            if (content is ['=', .. var rest])
            {
                rest = rest.TrimStart();
                if (rest is ['"' or '\'', ..])
                {
                    int close = rest[1..].IndexOf(rest[0]);
                    return close < 0 ? null : rest.Slice(1, close).ToString();
                }

                int end = rest.IndexOfAny(ValueEnds);
                return (end < 0 ? rest : rest[..end]).ToString();
            }

            found = content.IndexOf("charset", StringComparison.Ordinal);
        }

        return null;
    }

    private void SkipSpaces()
    {
        while (!IsAtEnd && IsSpace(_bytes[_at]))
        {
            _at++;
        }
    }

    private static bool IsSpace(byte value) =>
        value is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\f' or (byte)'\r';

    private static char Lower(byte value) => char.IsAsciiLetterUpper((char)value) ? (char)(value | 0x20) : (char)value;
}
