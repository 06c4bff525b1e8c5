using MimeKit;
using NewsDiff.Notifications.Mail;

namespace NewsDiff.Notifications.Tests;

/// <summary>Writes mails as a server gets them, without one.</summary>
internal static class MailBytes
{
    public static byte[] ToBytes(this MailWriter writer, Notification notification) =>
        ToBytes(writer.Write(notification, Drafts.Noon));

    public static byte[] ToBytes(this MailWriter writer, NotificationDigest digest) =>
        ToBytes(writer.Write(digest, Drafts.Noon));

    private static byte[] ToBytes(MimeMessage mail)
    {
        using (mail)
        {
            FormatOptions format = FormatOptions.Default.Clone();
            format.NewLineFormat = NewLineFormat.Dos;
            using var bytes = new MemoryStream();
            mail.WriteTo(format, bytes, TestContext.Current.CancellationToken);
            return bytes.ToArray();
        }
    }
}
