using System.Collections.Immutable;
using System.Net;
using System.Text;

namespace NewsDiff.Research.Import;

/// <summary>Cuts stored bodies into paragraphs.</summary>
internal static class BodyText
{
    private static readonly string[] Breaking =
    [
        "p", "br", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr", "table", "section",
    ];

    /// <summary>The lines of a text, without the blank ones.</summary>
    internal static ImmutableArray<Paragraph> OfLines(string text) =>
    [
        .. text.ReplaceLineEndings("\n")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(static line => new Paragraph(line)),
    ];

    /// <summary>The paragraphs of a body as diffengine and NewsEdits store it, in simple HTML.</summary>
    /// <remarks>A text without any tag is cut at its lines.</remarks>
    internal static ImmutableArray<Paragraph> OfMarkup(string body)
    {
        if (!body.Contains('<', StringComparison.Ordinal))
        {
            return OfLines(WebUtility.HtmlDecode(body));
        }

        ImmutableArray<Paragraph>.Builder paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
        var paragraph = new StringBuilder();
        int place = 0;
        while (place < body.Length)
        {
            int open = body.IndexOf('<', place);
            int close = open < 0 ? -1 : body.IndexOf('>', open);
            bool isTag = close > open && IsTag(body.AsSpan(open + 1, close - open - 1));
            int end = isTag ? open : open < 0 ? body.Length : open + 1;
            paragraph.Append(body, place, end - place);
            if (isTag && IsBreak(body.AsSpan(open + 1, close - open - 1)))
            {
                Add(paragraphs, paragraph);
            }

            place = isTag ? close + 1 : end;
        }

        Add(paragraphs, paragraph);
        return paragraphs.DrainToImmutable();
    }

    private static void Add(ImmutableArray<Paragraph>.Builder paragraphs, StringBuilder paragraph)
    {
        string text = string.Join(
            ' ',
            WebUtility.HtmlDecode(paragraph.ToString()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        paragraph.Clear();
        if (text.Length > 0)
        {
            paragraphs.Add(new Paragraph(text));
        }
    }

    // "5 < 7" is no tag.
    private static bool IsTag(ReadOnlySpan<char> tag) =>
        tag is [>= 'a' and <= 'z' or >= 'A' and <= 'Z' or '/' or '!', ..];

    private static bool IsBreak(ReadOnlySpan<char> tag)
    {
        ReadOnlySpan<char> name = tag.TrimStart('/');
        int end = name.IndexOfAnyExceptInRange('0', 'z');
        string found = name[..(end < 0 ? name.Length : end)].ToString();
        return Array.Exists(Breaking, element => element.Equals(found, StringComparison.OrdinalIgnoreCase));
    }
}
