using System.Buffers;
using System.Collections.Frozen;
using System.Net;
using System.Text;

namespace NewsDiff.Feeds.Reading;

/// <summary>Turns what feeds say into plain text on one line.</summary>
internal static class FeedText
{
    private static readonly FrozenSet<string> Blocks = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol",
        "p", "pre", "section", "table", "td", "th", "tr", "ul");

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    /// <summary>Whether an HTML element stands apart from the text around it.</summary>
    public static bool IsBlock(string elementName) => Blocks.Contains(elementName);

    /// <summary>Makes every run of white space one space, and none at the ends.</summary>
    public static string Collapse(string text)
    {
        if (IsCollapsed(text))
        {
            return text;
        }

        var line = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                line.Append(c);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line is [.., ' '] ? line.ToString(0, line.Length - 1) : line.ToString();
    }

    private static bool IsCollapsed(string text)
    {
        bool isAfterSpace = true;
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c) && (isAfterSpace || c != ' '))
            {
                return false;
            }

            isAfterSpace = c == ' ';
        }

        return text.Length == 0 || !isAfterSpace;
    }

    /// <summary>Drops the tags of HTML, decodes its entities and collapses its white space.</summary>
    public static string FromHtml(string html) =>
        Collapse(WebUtility.HtmlDecode(html.Contains('<', StringComparison.Ordinal) ? WithoutTags(html) : html));

    private static string WithoutTags(string html)
    {
        var text = new StringBuilder(html.Length);
        ReadOnlySpan<char> rest = html;
        for (int open = rest.IndexOf('<'); open >= 0; open = rest.IndexOf('<'))
        {
            text.Append(rest[..open]);
            rest = rest[open..];
            int length = TagLength(rest);
            if (length < 0)
            {
                // Nothing closes any more, so nothing that follows is a tag: looking on would take the square of the length.
                break;
            }

            if (length == 0)
            {
                // "1 < 2" is no tag.
                text.Append('<');
                rest = rest[1..];
                continue;
            }

            if (IsBlock(NameOf(rest)))
            {
                text.Append(' ');
            }

            rest = rest[length..];
        }

        return text.Append(rest).ToString();
    }

    /// <summary>The length of the tag at the beginning; 0 when there is none, -1 when it never closes.</summary>
    private static int TagLength(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("<!--"))
        {
            int end = rest.IndexOf("-->");
            return end < 0 ? rest.Length : end + 3;
        }

        bool isTag = rest is ['<', '/' or '!' or '?', ..] || (rest.Length > 1 && char.IsAsciiLetter(rest[1]));
        if (!isTag)
        {
            return 0;
        }

        int close = rest.IndexOf('>');
        return close < 0 ? -1 : close + 1;
    }

    private static string NameOf(ReadOnlySpan<char> tag)
    {
        tag = tag[1..].TrimStart('/');
        int end = tag.IndexOfAny(NameEnds);
        return (end < 0 ? tag : tag[..end]).ToString();
    }
}
