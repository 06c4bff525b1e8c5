using System.Collections.Immutable;
using System.Text.Json;

namespace NewsDiff.Evaluation.Xss;

/// <summary>Opens every page, feed and API answer of a site in one language.</summary>
internal sealed class XssCrawl(WatchedBrowser browser, HttpClient client, string root, Tally tally)
{
    // A server refuses longer addresses.
    private const int LongestQuery = 1500;

    /// <summary>Whether to open what does not depend on the language of the site, too.</summary>
    internal required bool IsWhole { get; init; }

    /// <summary>Opens everything.</summary>
    internal async Task VisitAsync(HostileStore hostile, ImmutableArray<string> texts)
    {
        await VisitArticlesAsync(hostile);
        await VisitListsAsync();
        await VisitSearchesAsync(texts);
    }

    /// <summary>Opens the lists, part by part, and the feeds with their entries.</summary>
    private async Task VisitListsAsync()
    {
        foreach (string page in (string[])["feeds", "sources", "sources/news.example", "?only=vanished", "none"])
        {
            await OpenAsync(page, "pages");
        }

        await VisitPartsAsync("api/changes", "", "pages");
        await VisitPartsAsync("api/articles", "articles", "pages");
        await VisitFeedAsync();
    }

    /// <summary>Opens the pages, feeds and answers about articles.</summary>
    private async Task VisitArticlesAsync(HostileStore hostile)
    {
        string[] pages = ["", "/diff/1/2", "/diff/1/2/inline", "/versions/1", "/versions/2/origins"];
        foreach (string id in hostile.Full)
        {
            foreach (string page in pages)
            {
                await OpenAsync($"articles/{id}{page}", "pages");
            }

            foreach (string feed in IsWhole ? (string[])["atom", "rss", "json"] : [])
            {
                await OpenAsync($"articles/{id}/changes.{feed}", "feeds");
            }

            foreach (string answer in IsWhole ? (string[])["", "/versions/2", "/diff/1/2"] : [])
            {
                await OpenAsync($"api/articles/{id}{answer}", "answers of the API");
            }
        }

        foreach (string id in Sample(hostile.Single))
        {
            await OpenAsync($"articles/{id}", "pages");
            await OpenAsync($"articles/{id}/diff/2/3", "pages");
            await OpenAsync($"articles/{id}/versions/1", "pages");
        }
    }

    /// <summary>Asks for the texts themselves, which the page then shows.</summary>
    private async Task VisitSearchesAsync(ImmutableArray<string> texts)
    {
        foreach (string text in Sample(texts))
        {
            await OpenAsync($"search?q={Uri.EscapeDataString(text)}", "searches");
        }

        // All, as many as a query may hold: the words around them are those of the sample.
        foreach (string[] some in IsWhole ? texts.Where(text => text.Length < LongestQuery).Chunk(20) : [])
        {
            string query = string.Join(' ', some);
            query = query[..Math.Min(query.Length, LongestQuery)];
            await OpenAsync($"search?q={Uri.EscapeDataString(query)}", "searches");
        }

        await OpenAsync("search?q=gull", "searches");
        await OpenAsync("api/search?q=gull", "answers of the API");
    }

    private static IEnumerable<string> Sample(IReadOnlyList<string> all) =>
        all.Where((_, i) => i % HostileStore.TextsOfArticle == 0);

    /// <summary>Opens an answer of the API and the page beside it, and goes on where the answer says.</summary>
    private async Task VisitPartsAsync(string answer, string page, string name)
    {
        for (string? before = ""; before is not null;)
        {
            string query = before.Length == 0 ? "" : $"?before={Uri.EscapeDataString(before)}";
            await OpenAsync(page + query, name);
            if (IsWhole)
            {
                await OpenAsync(answer + query, "answers of the API");
            }

            using var part = JsonDocument.Parse(await client.GetStringAsync(PathOf(answer + query)));
            before = part.RootElement.TryGetProperty("next", out JsonElement next) ? next.GetString() : null;
        }
    }

    /// <summary>Opens each part of the feeds, and shows their entries as a reader does.</summary>
    private async Task VisitFeedAsync()
    {
        for (string? path = PathOf("changes.json"); path is not null;)
        {
            foreach (string form in IsWhole ? (string[])["atom", "rss", "json"] : [])
            {
                string other = path.Replace("changes.json", $"changes.{form}", StringComparison.Ordinal);
                await browser.OpenAsync(other, "feeds", tally);
            }

            using var feed = JsonDocument.Parse(await client.GetStringAsync(path));
            string entries = string.Concat(feed.RootElement.GetProperty("items").EnumerateArray()
                .Select(item => $"<article>{item.GetProperty("content_html").GetString()}</article>\n"));
            await browser.ShowAsync(entries, "entries in a reader", path, tally);
            path = feed.RootElement.TryGetProperty("next_url", out JsonElement next)
                ? new Uri(next.GetString()!).PathAndQuery
                : null;
        }
    }

    private string PathOf(string address) => $"{root}/{address}";

    private Task OpenAsync(string address, string name) => browser.OpenAsync(PathOf(address), name, tally);
}
