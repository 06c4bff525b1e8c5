using System.Text.Json;

namespace NewsDiff.Feeds.Reading;

/// <summary>Reads JSON Feed 1.0 and 1.1.</summary>
internal static class JsonFeedReader
{
    private static readonly JsonDocumentOptions Tolerance = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64,
    };

    /// <summary>Reads a document.</summary>
    public static FeedReading Read(ReadOnlyMemory<char> json, Uri baseUrl)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, Tolerance);
            return Read(document.RootElement, baseUrl);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return new FeedReading { Reason = $"The document is no JSON Feed: {fault.Message}" };
        }
    }

    private static FeedReading Read(JsonElement root, Uri baseUrl)
    {
        if (!root.TryGetProperty("items", out JsonElement items) || items.ValueKind != JsonValueKind.Array)
        {
            return new FeedReading { Reason = "The document is JSON, but no JSON Feed: it has no list of items." };
        }

        var feed = new FeedDraft
        {
            Title = FeedText.Collapse(TextOf(root, "title") ?? ""),
            Link = FeedLink.Resolve(TextOf(root, "home_page_url"), baseUrl),
            Id = TextOf(root, "feed_url"),
            Language = TextOf(root, "language"),
            SelfUrl = FeedLink.Resolve(TextOf(root, "feed_url"), baseUrl),
        };
        foreach (JsonElement hub in ListOf(root, "hubs"))
        {
            feed.AddHub(FeedLink.Resolve(TextOf(hub, "url"), baseUrl));
        }

        foreach (JsonElement item in items.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Object)
            {
                feed.Add(ReadItem(item, baseUrl));
            }
        }

        return new FeedReading { Feed = feed.ToFeed(), Format = FeedFormat.Json };
    }

    private static FeedEntry ReadItem(JsonElement item, Uri baseUrl)
    {
        var entry = new EntryDraft
        {
            Id = TextOf(item, "id"),
            Link = FeedLink.Resolve(TextOf(item, "url"), baseUrl),
            Title = FeedText.Collapse(TextOf(item, "title") ?? ""),
            PublishedAt = FeedDate.Read(TextOf(item, "date_published")),
            UpdatedAt = FeedDate.Read(TextOf(item, "date_modified")),
            Summary = (TextOf(item, "summary") ?? TextOf(item, "content_text")) is { } plain
                ? FeedText.Collapse(plain)
                : FeedText.FromHtml(TextOf(item, "content_html") ?? ""),
        };
        foreach (JsonElement tag in ListOf(item, "tags").Where(static tag => tag.ValueKind == JsonValueKind.String))
        {
            entry.AddCategory(FeedText.Collapse(tag.GetString() ?? ""));
        }

        // Version 1.0 had one author, 1.1 has several.
        foreach (JsonElement author in ListOf(item, "authors").Concat(One(item, "author")))
        {
            entry.AddAuthor(FeedText.Collapse(TextOf(author, "name") ?? ""));
        }

        return entry.ToEntry();
    }

    private static string? TextOf(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => Cut(value.GetString()!),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            }
            : null;

    private static string Cut(string text) => text.Length > FeedLimits.TextLength ? text[..FeedLimits.TextLength] : text;

    private static IEnumerable<JsonElement> ListOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray()
            : Enumerable.Empty<JsonElement>();

    private static IEnumerable<JsonElement> One(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) ? [value] : [];
}
