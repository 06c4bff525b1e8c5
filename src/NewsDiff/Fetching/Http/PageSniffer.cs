using System.Text;
using NewsDiff.Text;

namespace NewsDiff.Fetching.Http;

/// <summary>Distinguishes pages from other content that servers send instead.</summary>
internal static class PageSniffer
{
    /// <summary>How far the WHATWG's MIME sniffing looks, with room for text before the first tag.</summary>
    private const int BytesLookedAt = 1024;

    /// <summary>Says why a media type cannot be a page; null when it may be one.</summary>
    /// <param name="type">The type, or null.</param>
    public static string? RefuseMediaType(string? type) =>
        type is null || IsPage(type) || MediaType.IsAnyOf(
            type, "text/plain", "text/xml", "application/xml", "application/octet-stream", "application/unknown",
            "unknown/unknown")
            ? null
            : $"It is {type}, not an HTML page.";

    /// <summary>Says why the content is not a page; null when it is one.</summary>
    /// <param name="contentType">The <c>Content-Type</c>, or null.</param>
    /// <param name="content">The content.</param>
    public static string? RefuseContent(string? contentType, ReadOnlySpan<byte> content)
    {
        if (content.StartsWith("%PDF-"u8))
        {
            return "It is a PDF document, not an HTML page.";
        }

        string? type = MediaType.Of(contentType);
        return IsPage(type) || LooksLikePage(content)
            ? null
            : $"It is {type ?? "of no stated type"} and does not look like an HTML page.";
    }

    /// <summary>Whether a content begins like HTML.</summary>
    /// <param name="content">The content.</param>
    public static bool LooksLikePage(ReadOnlySpan<byte> content)
    {
        string beginning = Encoding.Latin1.GetString(content[..Math.Min(content.Length, BytesLookedAt)]);
        return beginning.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || beginning.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || beginning.Contains("<head", StringComparison.OrdinalIgnoreCase)
            || beginning.Contains("<body", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a page has the end tag that nearly all pages end with.</summary>
    /// <param name="page">The page.</param>
    public static bool HasEnd(string page) =>
        page.Contains("</html", StringComparison.OrdinalIgnoreCase)
        || page.Contains("</body", StringComparison.OrdinalIgnoreCase);

    private static bool IsPage(string? type) => MediaType.IsAnyOf(type, "text/html", "application/xhtml+xml");
}
