using System.Text.Encodings.Web;
using System.Text.Json;
using NewsDiff.Notifications.Messages;

namespace NewsDiff.Notifications.Webhooks;

/// <summary>Writes the bodies of webhooks.</summary>
internal static class WebhookBody
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The body of one notification.</summary>
    public static byte[] Write(Notification notification, WebhookShape shape)
    {
        if (shape == WebhookShape.NewsDiff)
        {
            return Write(json => OwnJson.Write(json, notification));
        }

        return WriteChat(
            shape,
            MessageText.TitleOf(notification),
            MessageText.Of(notification, StyleOf(shape)),
            [.. NamedLink.Of(notification)]);
    }

    /// <summary>The body of a digest.</summary>
    public static byte[] Write(NotificationDigest digest, WebhookShape shape)
    {
        if (shape == WebhookShape.NewsDiff)
        {
            return Write(json => OwnJson.Write(json, digest));
        }

        return WriteChat(
            shape,
            MessageText.TitleOf(digest),
            MessageText.Of(digest, StyleOf(shape)),
            [.. digest.Notifications.SelectMany(NamedLink.Of)]);
    }

    private static MarkStyle StyleOf(WebhookShape shape) => shape switch
    {
        WebhookShape.Slack => MarkStyle.Slack,
        WebhookShape.Discord => MarkStyle.Discord,
        _ => MarkStyle.Plain,
    };

    private static byte[] WriteChat(WebhookShape shape, string title, string text, NamedLink[] links)
    {
        string whole = $"{MessageText.Escape(title, StyleOf(shape))}\n{text}";
        return Write(json => WriteChat(json, shape, title, text, whole, links));
    }

    private static void WriteChat(
        Utf8JsonWriter json, WebhookShape shape, string title, string text, string whole, NamedLink[] links)
    {
        json.WriteStartObject();
        switch (shape)
        {
            case WebhookShape.Slack:
                json.WriteString("text", whole);
                json.WriteBoolean("unfurl_links", false);
                break;
            case WebhookShape.Discord:
                json.WriteString("content", whole);

                // A headline must not mention anybody.
                json.WriteStartObject("allowed_mentions");
                json.WriteStartArray("parse");
                json.WriteEndArray();
                json.WriteEndObject();
                break;
            case WebhookShape.Teams:
                WriteCard(json, title, text, links);
                break;
            default:
                json.WriteString("title", title);
                json.WriteString("body", text);
                json.WriteString("type", "info");
                json.WriteString("format", "text");
                break;
        }

        json.WriteEndObject();
    }

    private static void WriteCard(Utf8JsonWriter json, string title, string text, NamedLink[] links)
    {
        json.WriteString("type", "message");
        json.WriteStartArray("attachments");
        json.WriteStartObject();
        json.WriteString("contentType", "application/vnd.microsoft.card.adaptive");
        json.WriteStartObject("content");
        json.WriteString("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        json.WriteString("type", "AdaptiveCard");
        json.WriteString("version", "1.4");
        json.WriteStartArray("body");
        WriteBlock(json, title, link: null, isTitle: true);
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            // Only our own links can be followed: a headline may end with an address, too.
            NamedLink? link = links.FirstOrDefault(
                link => line.EndsWith($"{link.Name}: {link.Url.AbsoluteUri}", StringComparison.Ordinal));
            WriteBlock(json, line, link?.Url, isTitle: false);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteBlock(Utf8JsonWriter json, string text, Uri? link, bool isTitle)
    {
        // A rich text block shows its text literally: nothing in a headline becomes Markdown.
        json.WriteStartObject();
        json.WriteString("type", "RichTextBlock");
        json.WriteStartArray("inlines");
        json.WriteStartObject();
        json.WriteString("type", "TextRun");
        json.WriteString("text", text);
        if (isTitle)
        {
            json.WriteString("weight", "Bolder");
        }

        if (link is not null)
        {
            json.WriteStartObject("selectAction");
            json.WriteString("type", "Action.OpenUrl");
            json.WriteString("url", link.AbsoluteUri);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            write(json);
        }

        return bytes.ToArray();
    }
}
