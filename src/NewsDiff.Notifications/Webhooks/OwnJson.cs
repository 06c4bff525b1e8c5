using System.Text.Json;
using NewsDiff.Classification;

namespace NewsDiff.Notifications.Webhooks;

/// <summary>Writes notifications as our own JSON; the README lists its members.</summary>
internal static class OwnJson
{
    public static void Write(Utf8JsonWriter json, Notification notification)
    {
        json.WriteStartObject();
        json.WriteString("type", "notification");
        WriteMembers(json, notification);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, NotificationDigest digest)
    {
        json.WriteStartObject();
        json.WriteString("type", "digest");
        json.WriteString("id", digest.Id);
        json.WriteString("site", digest.Site);
        json.WriteString("since", digest.Since.UtcDateTime);
        json.WriteNumber("count", digest.Count);
        json.WriteStartArray("notifications");
        foreach (Notification notification in digest.Notifications)
        {
            json.WriteStartObject();
            WriteMembers(json, notification);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter json, Notification notification)
    {
        json.WriteString("id", notification.Id);
        json.WriteString("kind", $"{notification.Kind}");
        json.WriteString("at", notification.At.UtcDateTime);
        json.WriteString("site", notification.Site);
        json.WriteString("article", notification.Notice.Event.ArticleId);
        json.WriteNumber("version", notification.Notice.Event.Number);
        json.WriteString("title", notification.Title);
        if (notification.Notice.Change is { } change && change.Before.Article.Title != notification.Title)
        {
            json.WriteString("titleBefore", change.Before.Article.Title);
        }

        WriteIfAny(json, "url", notification.Url);
        WriteIfAny(json, "comparison", notification.ComparisonUrl);
        json.WriteString("summary", notification.Summary);
        json.WriteString("excerpt", notification.Excerpt);
        json.WriteStartArray("classes");
        foreach (ChangeClass item in notification.Classes)
        {
            json.WriteStringValue($"{item}");
        }

        json.WriteEndArray();
        if (notification.Significance is { } significance)
        {
            json.WriteNumber("significance", significance);
        }
    }

    private static void WriteIfAny(Utf8JsonWriter json, string name, Uri? url)
    {
        if (url is not null)
        {
            json.WriteString(name, url.AbsoluteUri);
        }
    }
}
