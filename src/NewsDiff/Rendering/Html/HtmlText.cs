using System.Buffers;
using System.Globalization;
using NewsDiff.Addresses;

namespace NewsDiff.Rendering.Html;

/// <summary>Writes text into an HTML element or quoted attribute, where it stays plain text.</summary>
internal static class HtmlText
{
    private static readonly SearchValues<char> Special = SearchValues.Create(SpecialChars());

    internal static void Write(TextWriter writer, ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Special) is var found and >= 0)
        {
            writer.Write(text[..found]);
            char c = text[found];
            if (char.IsHighSurrogate(c) && found + 1 < text.Length && char.IsLowSurrogate(text[found + 1]))
            {
                writer.Write(text.Slice(found, 2));
                text = text[(found + 2)..];
                continue;
            }

            WriteSpecial(writer, c);
            text = text[(found + 1)..];
        }

        writer.Write(text);
    }

    /// <summary>The text as HTML that shows exactly this text.</summary>
    internal static string Encode(string text)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        Write(writer, text);
        return writer.ToString();
    }

    /// <summary>Whether a value is valid in a <c>lang</c> attribute.</summary>
    internal static bool IsLanguage(string? tag) =>
        tag is { Length: > 1 and <= 35 } && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    /// <summary>Whether an address may be linked to: only an address of the web may.</summary>
    internal static bool IsLinkable(Uri? url) => url is not null && WebScheme.IsIn(url);

    private static void WriteSpecial(TextWriter writer, char c)
    {
        switch (c)
        {
            case '&':
                writer.Write("&amp;");
                break;
            case '<':
                writer.Write("&lt;");
                break;
            case '>':
                writer.Write("&gt;");
                break;
            case '"':
                writer.Write("&quot;");
                break;
            case '\'':
                writer.Write("&#39;");
                break;
            default:
                // Controls and lone surrogates have no place in HTML, but a reader should see that something was there.
                writer.Write('\uFFFD');
                break;
        }
    }

    private static ReadOnlySpan<char> SpecialChars() => Enumerable.Range(0, char.MaxValue + 1)
        .Select(code => (char)code)
        .Where(c => "&<>\"'".Contains(c, StringComparison.Ordinal)
            || (char.IsControl(c) && c is not ('\t' or '\n' or '\r'))
            || char.IsSurrogate(c))
        .ToArray();
}
