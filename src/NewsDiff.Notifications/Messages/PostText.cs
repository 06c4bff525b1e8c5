using System.Globalization;

namespace NewsDiff.Notifications.Messages;

/// <summary>Writes notifications as posts: the headline, the passage and the links, within a service's limit.</summary>
internal static class PostText
{
    /// <summary>The post of one notification.</summary>
    /// <param name="notification">What happened.</param>
    /// <param name="most">The maximum number of characters, counted as readers count them.</param>
    /// <param name="linkLength">The length that each link counts as; null for its own length.</param>
    /// <param name="style">The style of the service: it escapes what the service would read in a text.</param>
    public static string Of(Notification notification, int most, int? linkLength, MarkStyle style = MarkStyle.Plain)
    {
        Uri[] links = LinksOf(notification);
        int left = most - links.Sum(link => (linkLength ?? link.AbsoluteUri.Length) + 1);
        string title = Cut(MessageText.Escape(MessageText.TitleOf(notification), style), left);
        left -= CountOf(title) + 2;
        string passage = left > 30 ? Cut(notification.Passage.Write(style, left), left) : "";
        string told = passage.Length > 0 ? passage
            : left > 30 ? Cut(MessageText.Escape(notification.Summary, style), left) : "";
        return string.Join('\n', Lines(title, told, links));
    }

    /// <summary>The post of a digest.</summary>
    public static string Of(NotificationDigest digest, int most, MarkStyle style = MarkStyle.Plain)
    {
        string text = Cut(MessageText.TitleOf(digest), most);
        foreach (Notification notification in digest.Notifications)
        {
            string longer = $"{text}\n• {Cut(MessageText.Escape(notification.Title, style), 80)}";
            if (CountOf(longer) > most)
            {
                break;
            }

            text = longer;
        }

        return text;
    }

    /// <summary>The addresses of a post: the comparison, and the article.</summary>
    public static Uri[] LinksOf(Notification notification) =>
        [.. new[] { notification.ComparisonUrl, notification.Url }.OfType<Uri>()];

    private static IEnumerable<string> Lines(string title, string told, Uri[] links) =>
        new[] { title, told }.Where(line => line.Length > 0).Concat(links.Select(link => link.AbsoluteUri));

    private static int CountOf(string text) => new StringInfo(text).LengthInTextElements;

    private static string Cut(string text, int most)
    {
        var elements = new StringInfo(text);
        return elements.LengthInTextElements <= most
            ? text
            : most <= 1 ? "" : elements.SubstringByTextElements(0, most - 1) + "…";
    }
}
