using System.Buffers.Text;
using System.Text;
using NewsDiff.Text;

namespace NewsDiff.Feeds.Reading;

/// <summary>Reads the text constructs of Atom: plain text, HTML, elements, or base64.</summary>
internal static class AtomText
{
    private const string Wrapper = "<div>";

    /// <summary>Reads the construct at the cursor.</summary>
    /// <returns>The text, and the HTML if it has markup.</returns>
    public static (string Text, string? Html) Read(FeedXmlCursor cursor)
    {
        string? type = cursor.Attribute("type");
        string? mode = cursor.Attribute("mode");
        Uri baseUrl = cursor.Base;
        ReadOnlySpan<char> text = cursor.ReadContent(out string? markup);
        if (markup is not null)
        {
            // XHTML is inside a div that is not a part of it (RFC 4287, 3.1.1.3).
            string html = markup.Trim();
            bool isWrapped = type == "xhtml" && html.StartsWith(Wrapper, StringComparison.Ordinal)
                && html.EndsWith("</div>", StringComparison.Ordinal);
            html = isWrapped ? html[Wrapper.Length..^"</div>".Length] : html;
            return WithMarkup(html, baseUrl, cursor.Links);
        }

        if (mode == "base64" || type == "application/octet-stream")
        {
            return Decode(text) is { } decoded
                ? WithMarkup(decoded, baseUrl, cursor.Links)
                : (FeedText.Collapse(text), null);
        }

        return IsHtml(type, mode)
            ? WithMarkup(text.ToString(), baseUrl, cursor.Links)
            : (FeedText.FromText(text), null);
    }

    /// <summary>Reads the construct at the cursor as text only.</summary>
    public static string ReadPlain(FeedXmlCursor cursor)
    {
        string? type = cursor.Attribute("type");
        string? mode = cursor.Attribute("mode");
        ReadOnlySpan<char> text = cursor.ReadText(out bool hasElements);
        return hasElements ? FeedText.Collapse(text)
            : mode == "base64" || type == "application/octet-stream"
            ? FeedText.FromHtml(Decode(text) ?? text.ToString())
            : IsHtml(type, mode) ? FeedText.FromHtml(text)
            : FeedText.FromText(text);
    }

    private static bool IsHtml(string? type, string? mode) =>
        mode == "escaped"
            || MediaType.IsAnyOf(type, "html", "text/html")
            || (type?.Contains(';', StringComparison.Ordinal) is true
                && MediaType.IsAnyOf(MediaType.Of(type), "text/html"));

    private static (string Text, string? Html) WithMarkup(string html, Uri baseUrl, LinkResolver links) =>
        (FeedText.FromHtml(html), html.AsSpan().ContainsAny('<', '&')
            ? HtmlAddresses.Resolve(html.Trim(), baseUrl, links)
            : null);

    private static string? Decode(ReadOnlySpan<char> text)
    {
        byte[] bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        return Convert.TryFromBase64Chars(text, bytes, out int length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : null;
    }
}
