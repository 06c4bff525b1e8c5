using System.Text;
using MimeKit;
using MimeKit.Encodings;
using MimeKit.IO;

namespace NewsDiff.Notifications.Mail;

/// <summary>Keeps a mail within the size that mail programs show.</summary>
internal static class MailSize
{
    /// <summary>The maximum size of a mail as it is sent, in bytes: Gmail hides what is beyond 102 kB.</summary>
    internal const int Most = 101_999;

    /// <summary>How often a shorter content is tried, to come near to that size.</summary>
    private const int MostAttempts = 6;

    private static readonly FormatOptions AsSent = MakeFormat();

    /// <summary>Gives a mail its content: the whole of it if that fits.</summary>
    /// <param name="mail">The mail, with its other headers.</param>
    /// <param name="write">Writes the content within a number of bytes of UTF-8; null for the whole of it.</param>
    public static void Fill(MimeMessage mail, Func<int?, MailContent> write)
    {
        MailContent whole = write(null);
        int size = Try(mail, whole);
        if (size <= Most)
        {
            return;
        }

        // How many bytes are sent for one of the content depends on its script and on the shorter encoding.
        double budget = Most * ((double)(SizeOf(whole.Text) + SizeOf(whole.Html)) / size);
        MailContent? best = null;
        for (int attempt = 0; attempt < MostAttempts; attempt++)
        {
            MailContent shorter = write((int)budget);
            size = Try(mail, shorter);
            best = size <= Most ? shorter : best;
            if (size is <= Most and > Most - 2000)
            {
                break;
            }

            budget *= (Most - 500.0) / size;
        }

        Try(mail, best ?? write(0));
    }

    /// <summary>Sets the content, and measures the mail.</summary>
    private static int Try(MimeMessage mail, MailContent content)
    {
        mail.Body?.Dispose();
        mail.Body = new MultipartAlternative
        {
            Part("plain", content.Text),
            Part(
                "html",
                "<!DOCTYPE html>\n<html><head><meta name=\"color-scheme\" content=\"light dark\"></head><body>\n"
                + $"{content.Html}</body></html>\n"),
        };
        using var bytes = new MeasuringStream();
        mail.WriteTo(AsSent, bytes);
        return (int)Math.Min(bytes.Length, int.MaxValue);
    }

    /// <summary>A part in the shorter of the encodings with lines of at most 76 bytes.</summary>
    private static TextPart Part(string kind, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        bool isShorter = SizeIn(new QuotedPrintableEncoder(), bytes) <= SizeIn(new Base64Encoder(), bytes);
        var part = new TextPart(kind)
        {
            ContentTransferEncoding = isShorter ? ContentEncoding.QuotedPrintable : ContentEncoding.Base64,
        };
        part.SetText(Encoding.UTF8, text);
        return part;
    }

    private static int SizeIn(IMimeEncoder encoder, byte[] bytes)
    {
        byte[] encoded = new byte[encoder.EstimateOutputLength(bytes.Length)];
        return encoder.Flush(bytes, 0, bytes.Length, encoded);
    }

    private static int SizeOf(string text) => Encoding.UTF8.GetByteCount(text);

    private static FormatOptions MakeFormat()
    {
        FormatOptions format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        format.EnsureNewLine = true;
        return format;
    }
}
