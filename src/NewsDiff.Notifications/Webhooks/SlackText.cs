namespace NewsDiff.Notifications.Webhooks;

/// <summary>Writes text for Slack, which knows three entities and marks words by single characters.</summary>
internal static class SlackText
{
    /// <summary>Escapes what Slack would read as a link, a mention or a mark.</summary>
    /// <remarks>Marks have no escape; a zero-width space beside them ends their meaning.</remarks>
    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("*", "\u200B*\u200B", StringComparison.Ordinal)
        .Replace("~", "\u200B~\u200B", StringComparison.Ordinal)
        .Replace("`", "\u200B`\u200B", StringComparison.Ordinal);

    /// <summary>A link.</summary>
    public static string Link(Uri url, string text) => $"<{Address(url)}|{Escape(text).Replace('|', '¦')}>";

    private static string Address(Uri url) => url.AbsoluteUri
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "%3C", StringComparison.Ordinal)
        .Replace(">", "%3E", StringComparison.Ordinal)
        .Replace("|", "%7C", StringComparison.Ordinal);
}
