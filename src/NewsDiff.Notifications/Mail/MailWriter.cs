using System.Security.Cryptography;
using System.Text;
using MimeKit;
using NewsDiff.Notifications.Messages;

namespace NewsDiff.Notifications.Mail;

/// <summary>Writes notifications as mails.</summary>
internal sealed class MailWriter(MailOptions options)
{
    private const int LongestSubject = 180;

    /// <summary>The maximum length of an article's id that is written into a header as it is.</summary>
    private const int LongestId = 100;

    /// <summary>The mail of one notification.</summary>
    public MimeMessage Write(Notification notification, DateTimeOffset now)
    {
        MimeMessage mail = Create(MessageText.TitleOf(notification), $"{notification.Id}", now);
        mail.Headers.Add(HeaderId.References, $"<{AddressOf(notification.Notice.Event.ArticleId)}>");
        mail.Headers.Add(HeaderId.InReplyTo, $"<{AddressOf(notification.Notice.Event.ArticleId)}>");
        MailSize.Fill(mail, new ChangeMail(notification).Write);
        return mail;
    }

    /// <summary>The mail of a digest.</summary>
    public MimeMessage Write(NotificationDigest digest, DateTimeOffset now)
    {
        MimeMessage mail = Create(MessageText.TitleOf(digest), digest.Id, now);
        MailSize.Fill(mail, most => DigestMail.Write(digest, most));
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
        string name = id.Length <= LongestId && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.')
            ? id
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
        return $"newsdiff.{name}@{MailboxAddress.Parse(options.From).Domain}";
    }
}
