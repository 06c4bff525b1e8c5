using System.Globalization;
using System.Text;
using NewsDiff.Events;
using NewsDiff.Notifications.Webhooks;

namespace NewsDiff.Notifications.Messages;

/// <summary>Writes notifications as a few lines of text.</summary>
internal static class MessageText
{
    /// <summary>The maximum number of characters below a title: Discord refuses more than 2,000 in all.</summary>
    private const int Longest = 1500;

    private const int LongestTitle = 300;

    /// <summary>Who did what, such as <c>news.example changed “Ferry returns”</c>.</summary>
    public static string TitleOf(Notification notification) =>
        $"{SiteOf(notification.Site)} {VerbOf(notification.Kind)} “{Cut(notification.Title, LongestTitle)}”";

    /// <summary>The title of a digest: the site, the number of notices, and the hour.</summary>
    public static string TitleOf(NotificationDigest digest)
    {
        string notices = digest.Count == 1 ? "notice" : "notices";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{SiteOf(digest.Site)}: {digest.Count} more {notices} in the hour from {digest.Since:yyyy-MM-dd HH:mm}")
            + " UTC";
    }

    /// <summary>The message of one notification, below its title.</summary>
    public static string Of(Notification notification, MarkStyle style)
    {
        string links = string.Concat(NamedLink.Of(notification).Select(link => Write(link, style) + "\n"));

        // Neither a link nor what escapes a sign may be cut in two.
        int left = Longest - Math.Min(links.Length, Longest / 2);
        string summary = Fit(notification.Summary, style, left - 1);
        string passage = notification.Passage.Write(style);
        bool hasRoom = passage.Length > 0 && passage.Length < left - summary.Length - 1;
        return $"{summary}\n{(hasRoom ? passage + "\n" : "")}{links}".TrimEnd('\n');
    }

    /// <summary>The message of a digest below its title: a line for each notification that fits.</summary>
    public static string Of(NotificationDigest digest, MarkStyle style)
    {
        var text = new StringBuilder();
        int told = 0;
        foreach (Notification notification in digest.Notifications)
        {
            string link = NamedLink.Of(notification).FirstOrDefault() is { } first ? $" {Write(first, style)}" : "";
            string line = Escape(
                $"“{Cut(notification.Title, LongestTitle)}”: {notification.Summary}", style) + link;
            if (text.Length + line.Length > Longest - 40)
            {
                break;
            }

            text.Append("• ").Append(line).Append('\n');
            told++;
        }

        return told == digest.Count
            ? text.ToString().TrimEnd('\n')
            : text.Append(CultureInfo.InvariantCulture, $"… and {digest.Count - told} more").ToString();
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

    /// <summary>Escapes a text so that the service reads none of it as markup.</summary>
    public static string Escape(string text, MarkStyle style) => style switch
    {
        MarkStyle.Slack => SlackText.Escape(text),
        MarkStyle.Discord => DiscordText.Escape(text),

        // A name directly behind the sign would get a notification.
        MarkStyle.Mastodon => text.Replace("@", "@\u200B", StringComparison.Ordinal),
        _ => text,
    };

    /// <summary>As much of a text as fits, escaped.</summary>
    private static string Fit(string text, MarkStyle style, int most)
    {
        string escaped = Escape(text, style);
        for (int length = Math.Min(text.Length, most); escaped.Length > most; length -= Math.Max(1, length / 8))
        {
            escaped = Escape(Cut(text, length), style);
        }

        return escaped;
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
        ArticleEventKind.MetadataChanged => "changed the metadata of",
        _ => "has news of",
    };

    private static string Write(NamedLink link, MarkStyle style) => style switch
    {
        MarkStyle.Slack => SlackText.Link(link.Url, link.Name),

        // In angle brackets, Discord shows no preview.
        MarkStyle.Discord => $"{link.Name}: <{link.Url.AbsoluteUri}>",
        _ => $"{link.Name}: {link.Url.AbsoluteUri}",
    };
}
