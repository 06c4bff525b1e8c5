using System.Buffers;
using System.Globalization;
using System.Net;

namespace NewsDiff.Feeds.Reading;

/// <summary>Repairs links that writers of feeds have damaged, where only one address can be meant.</summary>
internal static class WrittenLink
{
    private const int LongestNothing = 9;

    private const string Marks = "<>\"'“”‘’«»";

    /// <summary>Characters that show that a link may be damaged.</summary>
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        "&\r\n\t<>\"'“”‘’«»\u00a0\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2060\ufeff");

    /// <summary>Words that programs write for a missing value.</summary>
    private static readonly SearchValues<string> Nothings = SearchValues.Create(
        ["#", "n/a", "null", "undefined", "none", "nil", "-"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Repairs a link.</summary>
    /// <param name="written">The link as written.</param>
    /// <returns>The link that is meant; empty when it leads to no page.</returns>
    public static ReadOnlySpan<char> Repair(ReadOnlySpan<char> written)
    {
        ReadOnlySpan<char> link = written.Trim();
        if (link.Length > FeedLimits.AddressLength)
        {
            return link;
        }

        if (link.ContainsAny(Suspects))
        {
            link = WithoutMarks(Unescape(WithoutFormat(FromAnchor(link))));
        }

        return link.Length <= LongestNothing && Nothings.Contains(link.ToString()) ? [] : WithOneScheme(link);
    }

    /// <summary>The address in <c>&lt;a href="…"&gt;</c>, if the link is written as HTML.</summary>
    private static ReadOnlySpan<char> FromAnchor(ReadOnlySpan<char> link)
    {
        int mark = link.StartsWith("<a ", StringComparison.OrdinalIgnoreCase)
            ? link.IndexOf("href=", StringComparison.OrdinalIgnoreCase)
            : -1;
        ReadOnlySpan<char> value = mark < 0 ? [] : link[(mark + "href=".Length)..];
        if (value is not ['"' or '\'', ..])
        {
            return link;
        }

        int end = value[1..].IndexOf(value[0]);
        return end < 0 ? link : value.Slice(1, end);
    }

    /// <summary>Drops invisible characters, and line breaks with the blanks beside them.</summary>
    private static ReadOnlySpan<char> WithoutFormat(ReadOnlySpan<char> link)
    {
        char[] kept = new char[link.Length];
        int length = 0;
        bool isIndented = false;
        foreach (char c in link)
        {
            if (c is '\n' or '\r')
            {
                isIndented = true;
                length = kept.AsSpan(0, length).TrimEnd().Length;
            }

            isIndented &= char.IsWhiteSpace(c);
            if (!isIndented && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format)
            {
                kept[length++] = c;
            }
        }

        return kept.AsSpan(0, length).Trim();
    }

    /// <summary>Replaces the ampersand that is escaped once too often; no address has <c>&amp;amp;</c>.</summary>
    private static ReadOnlySpan<char> Unescape(ReadOnlySpan<char> link) =>
        link.Contains('&') && (link.Contains("&amp;", StringComparison.OrdinalIgnoreCase)
            || link.Contains("&#", StringComparison.Ordinal))
            ? WebUtility.HtmlDecode(link.ToString())
            : link;

    /// <summary>Drops quotes and brackets around a link.</summary>
    private static ReadOnlySpan<char> WithoutMarks(ReadOnlySpan<char> link) =>
        link is [var first, .., var last] && IsMark(first) && IsMark(last) ? link[1..^1].Trim() : link;

    private static bool IsMark(char c) => Marks.Contains(c, StringComparison.Ordinal);

    /// <summary>Repairs <c>http://https://host</c>, <c>https//host</c> and <c>https:/host.example</c>.</summary>
    private static ReadOnlySpan<char> WithOneScheme(ReadOnlySpan<char> link)
    {
        if (!link.StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            return link;
        }

        int scheme = SchemeLength(link);
        ReadOnlySpan<char> rest = link[scheme..];
        if (rest.StartsWith("://") && SchemeLength(rest[3..]) is > 0 and var inner
            && (rest[(3 + inner)..].StartsWith("://") || rest[(3 + inner)..].StartsWith("//")))
        {
            // What follows is a whole address.
            return WithOneScheme(rest[3..]);
        }

        bool isBroken = rest.StartsWith("//")
            || (rest is [':', '/', not ('/' or '\\'), ..] && FeedLink.IsName(rest[2..], leastDots: 1));
        return isBroken ? $"{link[..scheme]}://{rest.TrimStart(":/")}" : link;
    }

    private static int SchemeLength(ReadOnlySpan<char> text) =>
        text.StartsWith("https", StringComparison.OrdinalIgnoreCase) ? 5
        : text.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? 4
        : 0;
}
