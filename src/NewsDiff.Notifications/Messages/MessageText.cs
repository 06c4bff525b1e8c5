using System.Globalization;
using System.Text;
using NewsDiff.Events;
using NewsDiff.Notifications.Webhooks;

namespace NewsDiff.Notifications.Messages;

/// <summary>Writes notifications as a few lines of text.</summary>
internal static class MessageText
{
    /// <summary>The most characters of a message: Discord refuses more than 2,000, other chats more.</summary>
    private const int Longest = 1900;

    private const int LongestTitle = 300;

    /// <summary>Who did what, such as <c>news.example changed “Ferry returns”</c>.</summary>
    public static string TitleOf(Notification notification) =>
        $"{SiteOf(notification.Site)} {VerbOf(notification.Kind)} “{Cut(notification.Title, LongestTitle)}”";

    /// <summary>How much a site did in an hour.</summary>
    public static string TitleOf(NotificationDigest digest)
    {
        string notices = digest.Count == 1 ? "notice" : "notices";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{SiteOf(digest.Site)}: {digest.Count} more {notices} in the hour from {digest.Since:yyyy-MM-dd HH:mm}")
            + " UTC";
    }

    /// <summary>The message of one notification.</summary>
    public static string Of(Notification notification, MarkStyle style)
    {
        var text = new StringBuilder();
        text.Append(Escape(TitleOf(notification), style)).Append('\n');
        text.Append(Escape(notification.Summary, style)).Append('\n');
        if (notification.Passage.Write(style) is { Length: > 0 } passage)
        {
            text.Append(passage).Append('\n');
        }

        foreach (Uri url in new[] { notification.ComparisonUrl, notification.Url }.OfType<Uri>())
        {
            text.Append(LinkTo(url, style)).Append('\n');
        }

        return Cut(text.ToString().TrimEnd('\n'), Longest);
    }

    /// <summary>The message of a digest: a line for each notification, as far as there is room.</summary>
    public static string Of(NotificationDigest digest, MarkStyle style)
    {
        var text = new StringBuilder(Escape(TitleOf(digest), style));
        int told = 0;
        foreach (Notification notification in digest.Notifications)
        {
            string link = (notification.ComparisonUrl ?? notification.Url) is { } url ? $" {LinkTo(url, style)}" : "";
            string line = Escape(
                $"“{Cut(notification.Title, LongestTitle)}”: {notification.Summary}", style) + link;
            if (text.Length + line.Length > Longest - 40)
            {
                break;
            }

            text.Append("\n• ").Append(line);
            told++;
        }

        return told == digest.Count
            ? text.ToString()
            : text.Append(CultureInfo.InvariantCulture, $"\n… and {digest.Count - told} more").ToString();
    }

    /// <summary>The beginning of a text, never cut inside a character.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        int end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..end] + "…";
    }

    private static string SiteOf(string site) => site.Length == 0 ? "A site" : site;

    private static string VerbOf(ArticleEventKind kind) => kind switch
    {
        ArticleEventKind.FirstSeen => "published",
        ArticleEventKind.Changed => "changed",
        ArticleEventKind.Vanished => "removed",
        ArticleEventKind.Returned => "restored",
        ArticleEventKind.Merged => "moved",
        ArticleEventKind.Oscillating => "alternates",
        ArticleEventKind.MetadataChanged => "changed what is around",
        _ => "has news of",
    };

    private static string LinkTo(Uri url, MarkStyle style) => style switch
    {
        MarkStyle.Slack => SlackText.Link(url, url.AbsoluteUri),

        // In angle brackets, Discord shows no preview.
        MarkStyle.Discord => $"<{url.AbsoluteUri}>",
        _ => url.AbsoluteUri,
    };

    private static string Escape(string text, MarkStyle style) => style switch
    {
        MarkStyle.Slack => SlackText.Escape(text),
        MarkStyle.Discord => DiscordText.Escape(text),
        _ => text,
    };
}
