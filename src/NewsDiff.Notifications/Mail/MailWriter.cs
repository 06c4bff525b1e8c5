using System.Net;
using System.Security.Cryptography;
using System.Text;
using MimeKit;
using NewsDiff.Notifications.Messages;
using NewsDiff.Rendering;

namespace NewsDiff.Notifications.Mail;

/// <summary>Writes notifications as mails.</summary>
internal sealed class MailWriter(MailOptions options)
{
    /// <summary>The maximum number of characters of a part; Gmail hides what is beyond 102 kB.</summary>
    private const int Longest = 45_000;

    private const int LongestSubject = 180;
    private static readonly MailDiffRenderer Renderer = new();

    /// <summary>The mail of one notification.</summary>
    public MimeMessage Write(Notification notification, DateTimeOffset now)
    {
        MimeMessage mail = Create(MessageText.TitleOf(notification), $"{notification.Id}", now);
        mail.Headers.Add(HeaderId.References, $"<{AddressOf(notification.Notice.Event.ArticleId)}>");
        mail.Headers.Add(HeaderId.InReplyTo, $"<{AddressOf(notification.Notice.Event.ArticleId)}>");
        SetBody(
            mail,
            $"{notification.Title}\n{notification.Summary}\n\n{TextOf(notification)}"
            + string.Concat(NamedLink.Of(notification).Select(link => $"{link.Name}: {link.Url.AbsoluteUri}\n")),
            HeadOf(notification) + HtmlOf(notification) + LinksOf(NamedLink.Of(notification)));
        return mail;
    }

    /// <summary>The mail of a digest.</summary>
    public MimeMessage Write(NotificationDigest digest, DateTimeOffset now)
    {
        MimeMessage mail = Create(MessageText.TitleOf(digest), digest.Id, now);
        var text = new StringBuilder();
        var html = new StringBuilder();
        int told = 0;
        foreach (Notification notification in digest.Notifications)
        {
            NamedLink[] links = [.. NamedLink.Of(notification).Take(1)];
            text.Append(notification.Title).Append('\n').Append(notification.Summary).Append('\n')
                .Append(notification.Excerpt).Append('\n')
                .AppendJoin(' ', links.Select(link => link.Url)).Append("\n\n");
            html.Append(TitleOf(notification, "h3")).Append(ExcerptOf(notification)).Append(LinksOf(links));
            told++;
            if (html.Length > Longest)
            {
                break;
            }
        }

        string rest = told == digest.Count ? "" : $"… and {digest.Count - told} more\n";
        SetBody(mail, text + rest, $"{html}<p>{Html(rest)}</p>\n");
        return mail;
    }

    private MimeMessage Create(string subject, string id, DateTimeOffset now)
    {
        var mail = new MimeMessage
        {
            Subject = MessageText.Cut(subject.ReplaceLineEndings(" "), LongestSubject),
            Date = now,
            MessageId = AddressOf(id),
        };
        mail.From.Add(MailboxAddress.Parse(options.From));
        mail.To.AddRange(options.To.Select(MailboxAddress.Parse));
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        return mail;
    }

    /// <summary>An id in the sender's domain, which is always the same for the same text.</summary>
    private string AddressOf(string id)
    {
        string name = id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.')
            ? id
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
        return $"newsdiff.{name}@{MailboxAddress.Parse(options.From).Domain}";
    }

    private static void SetBody(MimeMessage mail, string text, string html) => mail.Body = new MultipartAlternative
    {
        Part("plain", text),
        Part(
            "html",
            "<!DOCTYPE html>\n<html><head><meta name=\"color-scheme\" content=\"light dark\"></head><body>\n"
            + $"{html}</body></html>\n"),
    };

    private static TextPart Part(string kind, string text)
    {
        // Quoted-printable keeps lines within the 998 bytes that servers take.
        var part = new TextPart(kind) { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        part.SetText(Encoding.UTF8, text);
        return part;
    }

    /// <summary>The changed passages in plain text, as many as fit.</summary>
    private static string TextOf(Notification notification)
    {
        if (notification.Notice.Change?.Diff is not { } diff)
        {
            return "";
        }

        var text = new StringBuilder();
        IEnumerable<MarkedPassage> passages = diff.Paragraphs
            .Where(row => row.Kind != ParagraphChangeKind.Unchanged)
            .Select(row => TellingPassage.Of(diff, row));
        foreach (MarkedPassage passage in diff.Title.HasChanges
            ? passages.Prepend(MarkedPassage.Of(diff.Title))
            : passages)
        {
            if (text.Length > Longest)
            {
                return text.Append("…\n\n").ToString();
            }

            text.Append(passage.Write(MarkStyle.Plain, most: 4000)).Append("\n\n");
        }

        return text.ToString();
    }

    /// <summary>The marked change, or only its most telling passage when it is too long.</summary>
    private static string HtmlOf(Notification notification)
    {
        if (notification.Notice.Change?.Diff is not { } diff)
        {
            return "";
        }

        string html = Renderer.Render(diff);
        return html.Length <= Longest ? html : ExcerptOf(notification);
    }

    /// <summary>The headline, unless the change shows it, and what happened.</summary>
    private static string HeadOf(Notification notification) =>
        notification.Notice.Change?.Diff.Title.HasChanges == true
            ? $"<p>{Html(notification.Summary)}</p>\n"
            : TitleOf(notification, "h2");

    private static string TitleOf(Notification notification, string heading) =>
        $"<{heading} dir=\"auto\">{Html(notification.Title)}</{heading}>\n<p>{Html(notification.Summary)}</p>\n";

    private static string ExcerptOf(Notification notification) =>
        $"<p dir=\"auto\">{Html(notification.Excerpt)}</p>\n";

    private static string LinksOf(IEnumerable<NamedLink> links) => "<p>" + string.Join(
        " · ", links.Select(link => $"<a href=\"{Html(link.Url.AbsoluteUri)}\">{Html(link.Name)}</a>")) + "</p>\n";

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
