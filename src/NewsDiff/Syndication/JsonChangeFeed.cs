using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace NewsDiff.Syndication;

/// <summary>Writes JSON Feed 1.1.</summary>
internal static class JsonChangeFeed
{
    private static readonly JsonWriterOptions Settings = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    internal static void Write(ImmutableArray<ChangeFeedEntry> entries, ChangeFeedOptions options, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Settings);
        json.WriteStartObject();
        json.WriteString("version", "https://jsonfeed.org/version/1.1");
        json.WriteString("title", options.Title);
        json.WriteString("description", options.Description);
        WriteIfAny(json, "home_page_url", options.HomeUrl?.AbsoluteUri);
        WriteIfAny(json, "feed_url", options.SelfUrl?.AbsoluteUri);
        WriteIfAny(json, "next_url", options.NextUrl?.AbsoluteUri);
        json.WriteStartArray("items");
        foreach (ChangeFeedEntry entry in entries)
        {
            WriteItem(json, entry);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteItem(Utf8JsonWriter json, ChangeFeedEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Id);
        WriteIfAny(json, "url", entry.Link?.AbsoluteUri);
        json.WriteString("title", entry.Title);
        json.WriteString("summary", entry.Summary);
        json.WriteString("content_html", entry.Html);
        json.WriteString("date_published", FeedInstant.Rfc3339(entry.At));
        json.WriteString("date_modified", FeedInstant.Rfc3339(entry.At));
        json.WriteStartArray("authors");
        json.WriteStartObject();
        json.WriteString("name", entry.Author);
        json.WriteEndObject();
        json.WriteEndArray();
        WriteIfAny(json, "language", entry.Language);
        json.WriteEndObject();
    }

    private static void WriteIfAny(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
