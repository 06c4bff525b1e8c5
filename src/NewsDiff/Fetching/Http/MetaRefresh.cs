using System.Net;
using NewsDiff.Text;

namespace NewsDiff.Fetching.Http;

/// <summary>Finds where a page without content sends its readers at once: a redirect written in HTML.</summary>
/// <remarks>
/// The header <c>Refresh</c> says the same. It is checked like any redirect, and is never permanent.
/// </remarks>
internal static class MetaRefresh
{
    /// <summary>The maximum length of a page that only redirects; longer pages have their own content.</summary>
    private const int LongestPage = 8 * 1024;

    /// <summary>Treats a page that does nothing but refresh at once as a redirect.</summary>
    /// <param name="response">The answer.</param>
    /// <returns>The answer, with a location when it sends readers elsewhere.</returns>
    public static PoliteResponse Apply(PoliteResponse response)
    {
        if (response.Status != FetchStatus.Fetched
            || response.Location is not null
            || response.Body.Length > LongestPage
            || !PageSniffer.LooksLikePage(response.Body.Span))
        {
            return response;
        }

        string html = CharsetSniffer.DecodeHtml(response.Body.Span, response.ContentType).Text;
        return ((response.Refresh is { } header ? TargetOf(header) : null) ?? TargetIn(html)) is { } target
            && Uri.TryCreate(response.Url, target, out Uri? url)
            && url != response.Url
            ? response with { Location = target, Body = default }
            : response;
    }

    /// <summary>The target of the first refresh without delay.</summary>
    /// <remarks>In a noscript element, it is for readers without scripts only.</remarks>
    private static string? TargetIn(string html)
    {
        int position = 0;
        while ((position = html.IndexOf('<', position)) >= 0)
        {
            ReadOnlySpan<char> rest = html.AsSpan(position);
            if (rest.StartsWith("<!--", StringComparison.Ordinal))
            {
                position = After(html, position, "-->");
            }
            else if (rest.StartsWith("<noscript", StringComparison.OrdinalIgnoreCase))
            {
                position = After(html, position, "</noscript");
            }
            else if (rest.StartsWith("<script", StringComparison.OrdinalIgnoreCase))
            {
                position = After(html, position, "</script");
            }
            else
            {
                int end = After(html, position, ">");
                string tag = html[position..end];
                if (rest.StartsWith("<meta", StringComparison.OrdinalIgnoreCase)
                    && "refresh".Equals(Attribute(tag, "http-equiv"), StringComparison.OrdinalIgnoreCase)
                    && Attribute(tag, "content") is { } content)
                {
                    return TargetOf(content);
                }

                position = end;
            }
        }

        return null;
    }

    private static int After(string html, int start, string mark)
    {
        int found = html.IndexOf(mark, start, StringComparison.OrdinalIgnoreCase);
        return found < 0 ? html.Length : found + mark.Length;
    }

    private static string? Attribute(string tag, string name)
    {
        int start = tag.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return null;
        }

        ReadOnlySpan<char> rest = tag.AsSpan(start + name.Length).TrimStart();
        if (rest is not ['=', ..])
        {
            return null;
        }

        rest = rest[1..].TrimStart();
        bool isQuoted = rest is ['"' or '\'', ..];
        ReadOnlySpan<char> value = isQuoted ? rest[1..] : rest;
        int end = isQuoted ? value.IndexOf(rest[0]) : value.IndexOfAny(" \t\r\n>");
        return end < 0 ? null : WebUtility.HtmlDecode(value[..end].ToString());
    }

    /// <summary>The address in a value such as <c>0; url=/story</c>; null for a delay.</summary>
    private static string? TargetOf(string content)
    {
        ReadOnlySpan<char> rest = content.AsSpan().Trim();
        int digits = rest.IndexOfAnyExcept("0.") is var other and >= 0 ? other : rest.Length;
        if (digits == 0 || rest[digits..].TrimStart() is not [';' or ',', .. var target])
        {
            return null;
        }

        target = target.TrimStart();
        if (target.StartsWith("url", StringComparison.OrdinalIgnoreCase)
            && target[3..].TrimStart() is ['=', .. var address])
        {
            target = address.TrimStart();
        }

        target = target.Trim("\"'").Trim();
        return target.IsEmpty ? null : target.ToString();
    }
}
