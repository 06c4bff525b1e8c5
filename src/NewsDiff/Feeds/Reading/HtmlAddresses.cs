using System.Text;

namespace NewsDiff.Feeds.Reading;

/// <summary>Resolves the addresses of links and images in HTML that is kept as HTML.</summary>
internal static class HtmlAddresses
{
    /// <summary>Resolves quoted addresses after <c>href=</c> and <c>src=</c> inside tags.</summary>
    /// <param name="html">The HTML.</param>
    /// <param name="baseUrl">The base of its addresses.</param>
    /// <param name="links">Resolves them.</param>
    public static string Resolve(string html, Uri baseUrl, LinkResolver links)
    {
        var resolved = new StringBuilder(html.Length);
        int copied = 0;
        bool isInTag = false;
        for (int i = 0; i < html.Length && resolved.Length < FeedLimits.TextLength; i++)
        {
            isInTag = html[i] switch { '<' => true, '>' => false, _ => isInTag };
            if (!isInTag
                || html[i] != '='
                || !IsAddress(html.AsSpan(0, i))
                || i + 1 == html.Length
                || html[i + 1] is not ('"' or '\''))
            {
                continue;
            }

            int start = i + 2;
            int end = html.IndexOf(html[i + 1], start);
            if (end < 0)
            {
                break;
            }

            string written = html[start..end];
            string address = links.Resolve(written, baseUrl)?.AbsoluteUri ?? written;
            resolved.Append(html, copied, start - copied).Append(address);
            copied = i = end;
        }

        return resolved.Append(html, copied, html.Length - copied).ToString();
    }

    private static bool IsAddress(ReadOnlySpan<char> before) =>
        before.EndsWith(" href", StringComparison.OrdinalIgnoreCase)
            || before.EndsWith(" src", StringComparison.OrdinalIgnoreCase);
}
