using System.Globalization;
using System.Text;
using System.Text.Json;
using NewsDiff.Archives;
using NewsDiff.Archives.Mementos;
using NewsDiff.Archives.Warc;
using NewsDiff.Dates;
using NewsDiff.Feeds;
using NewsDiff.Identity;
using NewsDiff.TestSupport.Scenarios;
using NewsDiff.Tracking.Visits;

namespace NewsDiff.Evaluation.Cases;

/// <summary>
/// Checks what is read of feeds, sitemaps, lists, dates, addresses and archives: <c>{file, input or input_base64,
/// expected}</c>.
/// </summary>
/// <remarks>
/// The name's first word tells what is checked; those that need a server are played by <see cref="ServerCases"/>.
/// </remarks>
internal static class FeedCases
{
    private static readonly Uri Address = new("https://news.example/feed");

    public static async Task<IReadOnlyList<CaseMismatch>?> CheckAsync(JsonElement row)
    {
        string name = row.GetProperty("name").GetString()!;
        JsonElement expected = row.GetProperty("expected");
        byte[] input = row.TryGetProperty("input_base64", out JsonElement packed)
            ? packed.GetBytesFromBase64()
            : Encoding.UTF8.GetBytes(row.GetProperty("input").GetString()!);
        string? got = Path.GetExtension(row.GetProperty("file").GetString()!) switch
        {
            ".opml" =>
                Opml.Read(input) is { } list
                    ? JsonSerializer.Serialize(list.Feeds.Select(feed => feed.Url.AbsoluteUri))
                    : "no list",
            ".json" => First(input),
            ".warc" => await ReadWarcAsync(input),
            ".xml" => await ReadXmlAsync(name, input, expected),
            _ => await ReadLinesAsync(name, Encoding.UTF8.GetString(input)),
        };
        return got is null ? null : Compare(expected, got);
    }

    private static List<CaseMismatch> Compare(JsonElement expected, string got)
    {
        string wanted = expected.ValueKind == JsonValueKind.String
            ? expected.GetString()!
            : JsonSerializer.Serialize(expected);
        return wanted == got ? [] : [new CaseMismatch("result", wanted, got)];
    }

    private static async Task<string?> ReadXmlAsync(string name, byte[] input, JsonElement expected)
    {
        if (name.StartsWith("sitemap-", StringComparison.Ordinal))
        {
            var sitemap = new SitemapReader(new MemoryStream(input), new Uri("https://news.example/sitemap.xml"));
            int count = await sitemap.ReadAsync().CountAsync();
            return JsonSerializer.Serialize(
                new { sitemap = SitemapReader.IsSitemap(input), n = count, broken = sitemap.BrokenOff });
        }

        string? type = name == "utf16-bom-header-utf8" ? "application/xml; charset=utf-8" : null;
        Feed? feed = FeedReader.Read(input, Address, type).Feed;
        FeedEntry? entry = feed?.Entries.FirstOrDefault();
        return name switch
        {
            "media-title" => entry?.Title ?? "",
            "utf16-bom-header-utf8" => feed?.Title ?? "",
            "utf8-one-bad-byte" => feed?.Title.StartsWith('П') is true ? "true" : feed?.Title ?? "no feed",
            "feed-ns-prefix-dc-only" =>
                JsonSerializer.Serialize(new { t = entry?.Title, d = entry?.PublishedAt?.ToString()[..10] }),
            "guid-all-same" => CountKeys(feed!),
            _ when expected.ValueKind == JsonValueKind.Object =>
                JsonSerializer.Serialize(new { link = entry?.Link?.AbsoluteUri }),
            _ => entry?.Link?.AbsoluteUri ?? "no link",
        };
    }

    private static string First(byte[] input)
    {
        Feed? feed = FeedReader.Read(input, Address).Feed;
        FeedEntry? entry = feed?.Entries.FirstOrDefault();
        return JsonSerializer.Serialize(
            new { n = feed?.Entries.Length ?? 0, id = entry?.Id, link = entry?.Link?.AbsoluteUri });
    }

    /// <summary>An id that all entries have identifies none of them.</summary>
    private static string CountKeys(Feed feed)
    {
        List<FeedSighting> sightings = FeedSightings.Of(feed, Address, filter: null);
        return JsonSerializer.Serialize(new
        {
            n = feed.Entries.Length,
            keys = sightings.Select(sighting => sighting.Key).Distinct().Count(),
            ids = sightings.Count(sighting => sighting.IdKey is not null),
        });
    }

    private static async Task<string?> ReadLinesAsync(string name, string input)
    {
        string[] lines = input.Split('\n');
        return name switch
        {
            _ when name.StartsWith("date-", StringComparison.Ordinal) => ReadDate(input),
            _ when name.StartsWith("memento-", StringComparison.Ordinal) =>
                TimeMapReader.Read(
                    Encoding.UTF8.GetBytes(input),
                    new Uri("https://arc.example/web/")) is { Mementos.IsEmpty: false } ? "true" : "false",
            _ when lines.Length == 2 && lines.All(IsAddress) =>
                ArticleKeys.Compute(new Uri(lines[0]))[0] == ArticleKeys.Compute(new Uri(lines[1]))[0]
                    ? "true"
                    : "false",
            _ when lines.Length == 1 && IsAddress(input) => UrlCanonicalizer.Canonicalize(new Uri(input)).AbsoluteUri,
            "ce-utf8" => await FetchAsync("Content-Type: application/rss+xml", "Content-Encoding: UTF-8"),
            "html-type-feed" => await FetchAsync("Content-Type: text/html"),
            _ => await ServerCases.PlayAsync(name),
        };
    }

    private static string ReadDate(string input) =>
        FeedDate.Read(input)?.ToDateTimeOffset().ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
            ?? "no date";

    private static async Task<string> FetchAsync(params string[] headers)
    {
        await using var stage = new ScenarioStage();
        stage.Site.On("/feed", 200, ScenarioStage.Feed("<item><link>/story</link></item>"), headers);
        return (await stage.FetchFeedAsync("/feed")).Status.ToString();
    }

    private static async Task<string> ReadWarcAsync(byte[] input)
    {
        string path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, input);
            await using WarcArchive archive = WarcArchive.OpenRead(path);
            CaptureEntry entry = await archive.ReadEntriesAsync().FirstAsync();
            Capture? capture = await archive.FindAsync(entry);
            return capture is null ? "no capture" : Encoding.UTF8.GetString(capture.Body.Span);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static bool IsAddress(string line) => line.StartsWith("http", StringComparison.Ordinal);
}
