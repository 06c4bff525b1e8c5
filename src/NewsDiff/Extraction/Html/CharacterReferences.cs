using AngleSharp.Html;
using NewsDiff.Text;

namespace NewsDiff.Extraction.Html;

/// <summary>Decodes character references (HTML Standard, 13.2.5.72 and after) and line ends.</summary>
internal static class CharacterReferences
{
    private const char Unknown = '\uFFFD';

    /// <summary>The longest name without its semicolon.</summary>
    private const int LongestName = 31;

    /// <summary>The longest name that needs no semicolon.</summary>
    private const int LongestBareName = 6;

    /// <summary>Windows-1252, whose numbers 128 to 159 are read as the characters that were meant.</summary>
    private const string Windows =
        "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /// <summary>Decodes the value of an attribute.</summary>
    public static string Decode(ReadOnlySpan<char> written)
    {
        using var output = new CharBuffer(written.Length);
        Decode(written, isAttribute: true, output);
        return output.Span.ToString();
    }

    /// <summary>Decodes a text.</summary>
    /// <param name="written">The text as written.</param>
    /// <param name="isAttribute">Whether it is an attribute's value, in which addresses with ampersands stay.</param>
    /// <param name="output">Where it is appended.</param>
    public static void Decode(ReadOnlySpan<char> written, bool isAttribute, CharBuffer output)
    {
        while (written.IndexOfAny('&', '\r', '\0') is >= 0 and var found)
        {
            output.Append(written[..found]);
            char mark = written[found];
            written = written[(found + 1)..];
            if (mark == '&')
            {
                written = written[DecodeOne(written, isAttribute, output)..];
            }
            else if (mark == '\r')
            {
                output.Append('\n');
                written = written is ['\n', ..] ? written[1..] : written;
            }
        }

        output.Append(written);
    }

    /// <summary>Normalizes line ends and drops characters of value 0.</summary>
    public static void Normalize(ReadOnlySpan<char> written, CharBuffer output)
    {
        while (written.IndexOfAny('\r', '\0') is >= 0 and var found)
        {
            output.Append(written[..found]);
            if (written[found] == '\r' && !written[(found + 1)..].StartsWith('\n'))
            {
                output.Append('\n');
            }

            written = written[(found + 1)..];
        }

        output.Append(written);
    }

    /// <summary>Decodes the reference after an ampersand.</summary>
    /// <returns>How many characters it has; 0 when it is none, and the ampersand is text.</returns>
    private static int DecodeOne(ReadOnlySpan<char> text, bool isAttribute, CharBuffer output)
    {
        if (text is ['#', ..])
        {
            return DecodeNumber(text, output);
        }

        int length = 0;
        while (length < Math.Min(text.Length, LongestName) && char.IsAsciiLetterOrDigit(text[length]))
        {
            length++;
        }

        if (length > 0 && length < text.Length && text[length] == ';' && Find(text[..(length + 1)]) is { } symbol)
        {
            output.Append(symbol);
            return length + 1;
        }

        for (int bare = Math.Min(length, LongestBareName); bare > 1; bare--)
        {
            if (Find(text[..bare]) is { } part)
            {
                char next = bare < text.Length ? text[bare] : ' ';
                if (isAttribute && (next == '=' || char.IsAsciiLetterOrDigit(next)))
                {
                    break;
                }

                output.Append(part);
                return bare;
            }
        }

        output.Append('&');
        return 0;
    }

    private static int DecodeNumber(ReadOnlySpan<char> text, CharBuffer output)
    {
        bool isHex = text.Length > 1 && text[1] is 'x' or 'X';
        int first = isHex ? 2 : 1;
        int end = first;
        long value = 0;
        while (end < text.Length && (isHex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end])))
        {
            int digit = Convert.ToInt32(text[end].ToString(), isHex ? 16 : 10);
            value = Math.Min((value * (isHex ? 16 : 10)) + digit, int.MaxValue);
            end++;
        }

        if (end == first)
        {
            output.Append('&');
            return 0;
        }

        AppendNumber((int)value, output);
        return end < text.Length && text[end] == ';' ? end + 1 : end;
    }

    private static void AppendNumber(int value, CharBuffer output)
    {
        if (value is 0 or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF))
        {
            output.Append(Unknown);
        }
        else if (value is >= 0x80 and <= 0x9F)
        {
            output.Append(Windows[value - 0x80]);
        }
        else
        {
            var rune = new System.Text.Rune(value);
            output.Advance(rune.EncodeToUtf16(output.Room(2)));
        }
    }

    /// <summary>The text of a name, which ends with a semicolon unless it needs none.</summary>
    private static string? Find(ReadOnlySpan<char> name) => name switch
    {
        "nbsp;" => "\u00A0",
        "amp;" => "&",
        "quot;" => "\"",
        "lt;" => "<",
        "gt;" => ">",
        "rsquo;" => "’",
        "ldquo;" => "“",
        "rdquo;" => "”",
        _ => HtmlEntityProvider.Resolver.GetSymbol(name.ToString()),
    };
}
