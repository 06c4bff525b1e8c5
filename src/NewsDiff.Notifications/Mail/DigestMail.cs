using System.Globalization;
using System.Text;
using NewsDiff.Notifications.Messages;

namespace NewsDiff.Notifications.Mail;

/// <summary>Writes the content of the mail about a site's notices of one hour.</summary>
internal static class DigestMail
{
    private const int LongestTitle = 200;
    private const string OnlyHeadlines = "Of the less telling ones, there are only the headlines here.";

    /// <summary>Writes the content: all of it, or of some notices only the headline and the link.</summary>
    /// <param name="digest">The notices.</param>
    /// <param name="most">The number of bytes of both parts, about; null for all.</param>
    public static MailContent Write(NotificationDigest digest, int? most)
    {
        MailContent[] entries = [.. digest.Notifications.Select(WholeEntry)];
        int told = entries.Length;
        int cut = 0;
        if (most is { } all)
        {
            cut = Shorten(entries, digest.Notifications, all);
            for (int size = entries.Sum(SizeOf); told > 0 && size > all; told--)
            {
                size -= SizeOf(entries[told - 1]);
            }
        }

        string more = told == digest.Count
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"… and {digest.Count - told} more");
        string rest = cut == 0 ? more : $"{more} {OnlyHeadlines}".TrimStart();
        return new MailContent(
            string.Concat(entries.Take(told).Select(entry => entry.Text)) + rest + "\n",
            string.Concat(entries.Take(told).Select(entry => entry.Html)) + MailHtml.Paragraph(rest));
    }

    /// <summary>Tells the least significant notices shortly, until the others fit.</summary>
    /// <returns>How many.</returns>
    private static int Shorten(MailContent[] entries, IReadOnlyList<Notification> notifications, int most)
    {
        int size = entries.Sum(SizeOf);
        int cut = 0;
        foreach (int i in Enumerable.Range(0, entries.Length)
            .OrderBy(i => notifications[i].Significance ?? 0).ThenByDescending(static i => i))
        {
            if (size <= most)
            {
                break;
            }

            size -= SizeOf(entries[i]);
            entries[i] = ShortEntry(notifications[i]);
            size += SizeOf(entries[i]);
            cut++;
        }

        return cut;
    }

    private static MailContent WholeEntry(Notification notification)
    {
        NamedLink[] links = [.. NamedLink.Of(notification).Take(1)];
        return new MailContent(
            $"{notification.Title}\n{notification.Summary}\n{notification.Excerpt}\n{AddressOf(links)}\n\n",
            MailHtml.Title("h3", notification.Title) + MailHtml.Paragraph(notification.Summary)
            + MailHtml.Paragraph(notification.Excerpt) + MailHtml.Links(links));
    }

    /// <summary>The headline, which leads to the rest.</summary>
    private static MailContent ShortEntry(Notification notification)
    {
        NamedLink[] links = [.. NamedLink.Of(notification).Take(1)];
        string title = MessageText.Cut(notification.Title, LongestTitle);
        return new MailContent(
            $"{title}\n{AddressOf(links)}\n\n",
            MailHtml.Title("h3", title) + MailHtml.Links(links));
    }

    private static string AddressOf(NamedLink[] links) => string.Join(' ', links.Select(link => link.Url.AbsoluteUri));

    private static int SizeOf(MailContent entry) =>
        Encoding.UTF8.GetByteCount(entry.Text) + Encoding.UTF8.GetByteCount(entry.Html);
}
