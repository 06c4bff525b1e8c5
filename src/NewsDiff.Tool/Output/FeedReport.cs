using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using NewsDiff.Feeds;

namespace NewsDiff.Tool.Output;

/// <summary>What a feed offers, for people or for programs.</summary>
internal static class FeedReport
{
    internal static string ToText(Feed? feed, ImmutableArray<Uri> alternates)
    {
        var text = new StringBuilder();
        if (feed is null)
        {
            text.Append("This page names as its feeds:\n");
            foreach (Uri alternate in alternates)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {Printable.Of(alternate.AbsoluteUri)}\n");
            }

            return text.ToString();
        }

        text.Append(CultureInfo.InvariantCulture, $"{Printable.Of(feed.Title.Length > 0 ? feed.Title : "(no title)")}");
        text.Append(CultureInfo.InvariantCulture, $", {feed.Entries.Length} {(feed.Entries.Length == 1 ? "entry" : "entries")}\n");
        foreach (FeedEntry entry in feed.Entries)
        {
            string date = (entry.PublishedAt ?? entry.UpdatedAt)?.ToString() ?? "-";
            text.Append(CultureInfo.InvariantCulture, $"{date,-25}  {Printable.Of(entry.Title)}\n");
            text.Append(CultureInfo.InvariantCulture, $"{"",-25}  {Printable.Of(entry.Link?.AbsoluteUri ?? "(no link)")}\n");
        }

        return text.ToString();
    }

    internal static string ToJson(Uri url, Feed? feed, ImmutableArray<Uri> alternates) => JsonLine.Of(json =>
    {
        json.WriteString("url", url.AbsoluteUri);
        WriteAll(json, "feeds", alternates.Select(alternate => alternate.AbsoluteUri));
        if (feed is null)
        {
            return;
        }

        json.WriteString("title", feed.Title);
        json.WriteString("link", feed.Link?.AbsoluteUri);
        json.WriteString("id", feed.Id);
        json.WriteString("language", feed.Language);
        WriteAll(json, "hubs", feed.Hubs.Select(hub => hub.AbsoluteUri));
        json.WriteStartArray("entries");
        foreach (FeedEntry entry in feed.Entries)
        {
            Write(json, entry);
        }

        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, FeedEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("title", entry.Title);
        json.WriteString("link", (entry.OriginalLink ?? entry.Link)?.AbsoluteUri);
        json.WriteString("id", entry.Id);
        json.WriteString("publishedAt", entry.PublishedAt?.ToString());
        json.WriteString("updatedAt", entry.UpdatedAt?.ToString());
        json.WriteString("summary", entry.Summary);
        WriteAll(json, "authors", entry.Authors);
        WriteAll(json, "categories", entry.Categories);
        json.WriteEndObject();
    }

    private static void WriteAll(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
