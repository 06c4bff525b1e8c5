using System.Text.Encodings.Web;
using System.Text.Json;
using NewsDiff.Feeds;

namespace NewsDiff.Evaluation.Feeds;

/// <summary>The reading of one file, as it is compared and written.</summary>
/// <remarks>
/// As in the expectations, a title with markup is HTML, and an entry without a page has its id for a link.
/// </remarks>
internal sealed record FeedRow(
    string File,
    bool Ok,
    string? Format,
    string? Encoding,
    FeedRow.Head Feed,
    List<FeedRow.Entry> Entries)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static FeedRow Of(string file, FeedReadResult reading) => new(
        file,
        reading.Feed is not null,
        reading.Format?.ToString(),
        reading.Charset,
        new Head(
            reading.Feed?.TitleHtml ?? reading.Feed?.Title, ExpectedFeed.TextOf(reading.Feed?.Link), reading.Feed?.Id),
        [.. (reading.Feed?.Entries ?? []).Select(entry => new Entry(
            entry.TitleHtml ?? entry.Title, ExpectedFeed.TextOf(entry.Link) ?? entry.Id, entry.Id,
            Instant(entry.PublishedAt), Instant(entry.UpdatedAt)))]);

    /// <summary>One line of JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);

    private static string? Instant(ArticleDate? date) =>
        date?.ToDateTimeOffset().UtcDateTime.ToString(
            "yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The feed's own fields.</summary>
    internal sealed record Head(string? Title, string? Link, string? Id);

    /// <summary>An entry's fields; dates are UTC.</summary>
    internal sealed record Entry(string? Title, string? Link, string? Id, string? Published, string? Updated);
}
