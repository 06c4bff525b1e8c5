using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using NewsDiff.Feeds;
using NewsDiff.Identity;

namespace NewsDiff.Evaluation.Feeds;

/// <summary>Compares what was read with what is expected.</summary>
internal static partial class FeedScores
{
    private static readonly Uri AnyFeed = new("https://feed.example/");

    public static void Count(ExpectedFeed expected, FeedRow row, Feed? feed, Tally tally)
    {
        if (expected.IsRecognised)
        {
            tally.Count("loaded", row.Ok, row.File);
            CountEntries(expected, row, tally);
        }

        foreach ((string path, string? value) in expected.CoreChecks.Where(check => Tracked().IsMatch(check.Path)))
        {
            string? actual = row.Ok ? At(row, path) : null;
            tally.Count(
                "core checks", Normal(actual) == Normal(value), $"{row.File} {path}: '{value}', read '{actual}'");
        }

        if (expected.IsRecognised && expected.Area is "encoding" or "entities" or "illformed")
        {
            tally.Count($"area {expected.Area}", row.Ok, row.File);
        }

        CountMerges(row.File, feed, tally);
    }

    private static void CountEntries(ExpectedFeed expected, FeedRow row, Tally tally)
    {
        foreach ((int index, JsonElement entry) in expected.Entries.Index())
        {
            FeedRow.Entry? actual = row.Entries.ElementAtOrDefault(index);
            string? link = ExpectedFeed.TextOf(entry, "link");
            CountText("entry link", link, actual?.Link);
            CountText("entry link that is a page's", IsWeb(link) ? link : null, actual?.Link);
            CountText("entry id", ExpectedFeed.TextOf(entry, "id"), actual?.Id);
            string? date = ExpectedFeed.TextOf(entry, "published") ?? ExpectedFeed.TextOf(entry, "updated");
            if (Instant(date) is { } instant)
            {
                bool isHit = Instant(actual?.Published) == instant || Instant(actual?.Updated) == instant;
                tally.Count("entry date", isHit, $"{row.File}: {date}, read {actual?.Published} and {actual?.Updated}");
            }
        }

        void CountText(string name, string? text, string? actual)
        {
            if (!string.IsNullOrEmpty(text))
            {
                tally.Count(name, Normal(actual) == Normal(text), $"{row.File}: '{text}', read '{actual}'");
            }
        }
    }

    /// <summary>Two entries with links to different pages and different titles must not become one article.</summary>
    private static void CountMerges(string file, Feed? feed, Tally tally)
    {
        var seen = new Dictionary<string, FeedEntry>(StringComparer.Ordinal);
        foreach (FeedEntry entry in (feed?.Entries ?? []).Where(entry => entry.Link is not null))
        {
            string key = ArticleKeys.Compute(entry.Link!, entry.Id, AnyFeed)[0];
            FeedEntry first = seen.TryAdd(key, entry) ? entry : seen[key];
            bool isOne = first.Link!.GetLeftPart(UriPartial.Query) == entry.Link!.GetLeftPart(UriPartial.Query)
                || first.Title == entry.Title;
            tally.Count("entries kept apart", isOne, $"{file}: {first.Link.AbsoluteUri} and {entry.Link.AbsoluteUri}");
        }
    }

    private static bool IsWeb(string? link) => link?.StartsWith("http", StringComparison.OrdinalIgnoreCase) is true;

    private static string? At(FeedRow row, string path)
    {
        string name = path[(path.LastIndexOf('.') + 1)..];
        if (path.StartsWith("feed.", StringComparison.Ordinal))
        {
            return name switch { "title" => row.Feed.Title, "link" => row.Feed.Link, _ => row.Feed.Id };
        }

        int index = int.Parse(
            path.AsSpan(8, path.IndexOf(']', StringComparison.Ordinal) - 8), CultureInfo.InvariantCulture);
        return row.Entries.ElementAtOrDefault(index) is not { } entry
            ? null
            : name switch
            {
                "title" => entry.Title,
                "link" => entry.Link,
                "published" => entry.Published,
                "updated" => entry.Updated,
                _ => entry.Id,
            };
    }

    private static string? Normal(string? text) =>
        text is null ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static DateTimeOffset? Instant(string? text) =>
        DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant)
            ? instant
            : null;

    [GeneratedRegex(@"^(feed\.(title|link|id)|entries\[\d+\]\.(title|link|id|guid|published|updated))$")]
    private static partial Regex Tracked();
}
