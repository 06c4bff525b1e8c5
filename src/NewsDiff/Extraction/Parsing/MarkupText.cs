using System.Buffers;
using System.Collections.Frozen;
using System.Net;
using System.Text;

namespace NewsDiff.Extraction.Parsing;

/// <summary>Makes plain text of the markup that pages write into statements meant to be plain.</summary>
internal static class MarkupText
{
    private static readonly SearchValues<char> OfNames =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ123456");

    /// <summary>Elements within a line, which headlines are written with.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Inline =
        FrozenSet.Create(
            StringComparer.OrdinalIgnoreCase, "em", "i", "b", "strong", "span", "sup", "sub", "mark", "small", "u")
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Unseen =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "script", "style").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The text with line ends where elements begin or end, except those within a line.</summary>
    public static string WithoutTags(string markup)
    {
        if (!markup.Contains("</", StringComparison.Ordinal))
        {
            return markup;
        }

        var text = new StringBuilder(markup.Length);
        int from = 0;
        while (TagAt(markup, from) is ( >= 0 and var start, var end))
        {
            text.Append(markup, from, start - from);
            ReadOnlySpan<char> name = NameAt(markup, start);
            text.Append(Inline.Contains(name) || name is "a" or "A" ? "" : "\n");
            from = Unseen.Contains(name) && markup[start + 1] != '/'
                ? markup.IndexOf("</", end, StringComparison.Ordinal)
                : end;
            if (from < 0)
            {
                return text.ToString();
            }
        }

        return WebUtility.HtmlDecode(text.Append(markup, from, markup.Length - from).ToString());
    }

    /// <summary>A headline without the tags within it; one that is about a tag has no end tag.</summary>
    public static string WithoutEmphasis(string headline)
    {
        if (!headline.Contains("</", StringComparison.Ordinal))
        {
            return headline;
        }

        var text = new StringBuilder(headline.Length);
        int from = 0;
        while (TagAt(headline, from) is ( >= 0 and var start, var end))
        {
            text.Append(headline, from, (Inline.Contains(NameAt(headline, start)) ? start : end) - from);
            from = end;
        }

        return text.Append(headline, from, headline.Length - from).ToString();
    }

    /// <summary>The next tag from a place on; -1 for none.</summary>
    private static (int Start, int End) TagAt(string markup, int from)
    {
        for (int start = markup.IndexOf('<', from); start >= 0; start = markup.IndexOf('<', start + 1))
        {
            int letter = start + 1 < markup.Length && markup[start + 1] == '/' ? start + 2 : start + 1;
            if (letter < markup.Length && char.IsAsciiLetter(markup[letter]))
            {
                int end = markup.IndexOf('>', letter);
                return end < 0 ? (-1, -1) : (start, end + 1);
            }
        }

        return (-1, -1);
    }

    private static ReadOnlySpan<char> NameAt(string markup, int start)
    {
        ReadOnlySpan<char> rest = markup.AsSpan(start + 1).TrimStart('/');
        int end = rest.IndexOfAnyExcept(OfNames);
        return end < 0 ? rest : rest[..end];
    }
}
