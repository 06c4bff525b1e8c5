using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using NewsDiff.Text;

namespace NewsDiff.Feeds.Reading;

/// <summary>Walks over a JSON document and reads its texts up to the limit.</summary>
internal static class JsonTokens
{
    private const int BytesOfEscape = 6;

    /// <summary>Goes to the next property's value, after the previous value was read or skipped.</summary>
    /// <param name="json">The reader.</param>
    /// <param name="text">A buffer for the name.</param>
    /// <param name="name">The name, valid until the next text is read.</param>
    /// <returns>Whether there is one.</returns>
    public static bool MoveToProperty(ref Utf8JsonReader json, CharBuffer text, out ReadOnlySpan<char> name)
    {
        json.Read();
        bool isProperty = json.TokenType == JsonTokenType.PropertyName;
        name = isProperty ? Read(json, text) : [];
        return isProperty && json.Read();
    }

    /// <summary>Goes to the next element of a list, after the previous one was read.</summary>
    /// <returns>Whether there is one.</returns>
    public static bool MoveToElement(ref Utf8JsonReader json) =>
        json.Read() && json.TokenType != JsonTokenType.EndArray;

    /// <summary>Whether the value is a text or a number.</summary>
    public static bool IsText(in Utf8JsonReader json) => json.TokenType is JsonTokenType.String or JsonTokenType.Number;

    /// <summary>Reads the value as text; empty for an object or list, which is skipped.</summary>
    /// <param name="json">The reader.</param>
    /// <param name="text">A buffer for the text, in which it is valid until the next is read.</param>
    public static ReadOnlySpan<char> ReadText(ref Utf8JsonReader json, CharBuffer text)
    {
        if (IsText(json))
        {
            return Read(json, text);
        }

        json.Skip();
        return [];
    }

    // The platform refuses half a surrogate pair, which cutting a title may leave.
    private static ReadOnlySpan<char> Read(in Utf8JsonReader json, CharBuffer text)
    {
        text.Cut(0);
        ReadOnlySpan<byte> rest =
            json.ValueSpan[..Math.Min(json.ValueSpan.Length, BytesOfEscape * (FeedLimits.TextLength + 1))];
        for (int escape = rest.IndexOf((byte)'\\');
            escape >= 0 && escape + 1 < rest.Length;
            escape = rest.IndexOf((byte)'\\'))
        {
            text.Append(rest[..escape], Encoding.UTF8);
            rest = rest[(escape + 1)..];
            rest = rest[AppendEscape(rest, text)..];
        }

        text.Append(rest, Encoding.UTF8);
        text.Cut(FeedLimits.TextLength);
        return text.Span;
    }

    /// <summary>Adds the character of an escape, and returns its length without the backslash.</summary>
    private static int AppendEscape(ReadOnlySpan<byte> escape, CharBuffer text)
    {
        if (escape[0] != 'u')
        {
            text.Append(escape[0] switch
            {
                (byte)'b' => '\b',
                (byte)'f' => '\f',
                (byte)'n' => '\n',
                (byte)'r' => '\r',
                (byte)'t' => '\t',
                var other => (char)other,
            });
            return 1;
        }

        char first = CodeOf(escape);
        ReadOnlySpan<byte> rest = escape[Math.Min(escape.Length, BytesOfEscape - 1)..];
        char second = rest is [(byte)'\\', (byte)'u', ..] ? CodeOf(rest[1..]) : '\0';
        if (char.IsSurrogatePair(first, second))
        {
            text.Append(first);
            text.Append(second);
            return escape.Length - rest.Length + BytesOfEscape;
        }

        text.Append(char.IsSurrogate(first) ? '\ufffd' : first);
        return escape.Length - rest.Length;
    }

    private static char CodeOf(ReadOnlySpan<byte> escape) =>
        escape.Length >= BytesOfEscape - 1
            && Utf8Parser.TryParse(escape[1..(BytesOfEscape - 1)], out ushort code, out _, 'x') ? (char)code : '\ufffd';
}
