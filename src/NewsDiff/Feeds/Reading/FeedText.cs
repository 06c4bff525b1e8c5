using System.Buffers;
using System.Collections.Frozen;
using NewsDiff.Text;

namespace NewsDiff.Feeds.Reading;

/// <summary>Converts texts of feeds into plain text on one line.</summary>
internal static class FeedText
{
    private static readonly FrozenSet<string> Blocks = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
        "li", "ol",
        "p", "pre", "section", "table", "td", "th", "tr", "ul");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BlocksBySpan =
        Blocks.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    /// <summary>Whether an HTML element is separate from the text around it.</summary>
    public static bool IsBlock(ReadOnlySpan<char> elementName) => BlocksBySpan.Contains(elementName);

    /// <summary>Trims a text; null when it is empty or too long.</summary>
    /// <remarks>It is not cut, because the beginning of an id may be another id.</remarks>
    public static string? Short(ReadOnlySpan<char> text, int most)
    {
        text = text.Trim();
        return text.IsEmpty || text.Length > most ? null : text.ToString();
    }

    /// <summary>The beginning of a text, up to a length, without splitting a character.</summary>
    public static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>Replaces every run of white space with one space, and trims the ends.</summary>
    public static string Collapse(string text)
    {
        if (IsCollapsed(text))
        {
            return text;
        }

        using var line = new CharBuffer(text.Length);
        AppendCollapsed(text, line);
        return line.Span.ToString();
    }

    /// <summary>Replaces every run of white space with one space, and trims the ends.</summary>
    public static string Collapse(ReadOnlySpan<char> text)
    {
        if (IsCollapsed(text))
        {
            return text.ToString();
        }

        using var line = new CharBuffer(text.Length);
        AppendCollapsed(text, line);
        return line.Span.ToString();
    }

    /// <summary>Drops the tags of HTML, decodes its entities and collapses its white space.</summary>
    public static string FromHtml(ReadOnlySpan<char> html)
    {
        if (!html.ContainsAny('<', '&'))
        {
            return Collapse(html);
        }

        using var text = new CharBuffer(html.Length);
        AppendWithoutTags(html, text);
        if (!text.Span.Contains('&'))
        {
            return Collapse(text.Span);
        }

        using var decoded = new CharBuffer(text.Length);
        HtmlEntities.Decode(text.Span, decoded);
        return Collapse(decoded.Span);
    }

    /// <summary>Collapses the white space of plain text.</summary>
    /// <remarks>Plain text has no entities, but many writers escape it once too often.</remarks>
    public static string FromText(ReadOnlySpan<char> text)
    {
        if (!text.Contains('&'))
        {
            return Collapse(text);
        }

        using var decoded = new CharBuffer(text.Length);
        HtmlEntities.Decode(text, decoded);
        return Collapse(decoded.Span);
    }

    private static void AppendCollapsed(ReadOnlySpan<char> text, CharBuffer line)
    {
        bool isPending = false;
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                isPending = line.Length > 0;
                continue;
            }

            if (isPending)
            {
                line.Append(' ');
                isPending = false;
            }

            line.Append(c);
        }
    }

    private static bool IsCollapsed(ReadOnlySpan<char> text)
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

    private static void AppendWithoutTags(ReadOnlySpan<char> rest, CharBuffer text)
    {
        bool isCodeClosed = true;
        for (int open = rest.IndexOf('<'); open >= 0; open = rest.IndexOf('<'))
        {
            text.Append(rest[..open]);
            rest = rest[open..];
            int length = TagLength(rest);
            if (length < 0)
            {
                // No closing bracket is left, so nothing that follows is a tag: searching on would take quadratic time.
                break;
            }

            if (length == 0)
            {
                // "1 < 2" is not a tag.
                text.Append('<');
                rest = rest[1..];
                continue;
            }

            ReadOnlySpan<char> name = NameOf(rest);
            if (IsBlock(name))
            {
                text.Append(' ');
            }

            bool isCode = isCodeClosed && rest[1] != '/' && IsCode(name);
            rest = rest[length..];
            int end = isCode ? EndOfCode(rest, name) : 0;

            // Code that is never closed stays, and no more is looked for: that could take quadratic time.
            isCodeClosed &= end >= 0;
            rest = rest[Math.Max(end, 0)..];
        }

        text.Append(rest);
    }

    /// <summary>Whether an element's content is code, not text.</summary>
    private static bool IsCode(ReadOnlySpan<char> name) =>
        name.Equals("script", StringComparison.OrdinalIgnoreCase)
            || name.Equals("style", StringComparison.OrdinalIgnoreCase);

    /// <summary>Where code ends; -1 if it is not closed.</summary>
    private static int EndOfCode(ReadOnlySpan<char> rest, ReadOnlySpan<char> name)
    {
        for (int at = rest.IndexOf("</"), from = 0; at >= 0; at = rest[from..].IndexOf("</"))
        {
            from += at + 2;
            if (rest[from..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return from - 2;
            }
        }

        return -1;
    }

    /// <summary>The length of the tag at the beginning; 0 for none, -1 if unclosed.</summary>
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

    private static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> tag)
    {
        tag = tag[1..].TrimStart('/');
        int end = tag.IndexOfAny(NameEnds);
        return end < 0 ? tag : tag[..end];
    }
}
