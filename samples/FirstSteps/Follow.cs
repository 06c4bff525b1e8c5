using NewsDiff.Fetching;
using NewsDiff.Rendering;
using NewsDiff.Sqlite;

namespace NewsDiff.Samples.FirstSteps;

/// <summary>Follows a feed into a file of SQLite, and shows what changed since the last time.</summary>
internal static class Follow
{
    public static async Task RunAsync(Uri feed, string[] privateHosts)
    {
        using var client = new PoliteClient(new HttpFetchOptions { AllowedPrivateHosts = [.. privateHosts] });
        using var articles = new HttpArticleFetcher(client);
        using var feeds = new HttpFeedFetcher(client);
        await using SqliteVersionStore store = await SqliteVersionStore.OpenAsync("news.db");
        var tracker = new ArticleTracker(articles, feeds, store);

        await foreach (CheckOutcome outcome in tracker.CheckFeedAsync(feed))
        {
            string name = outcome.Version?.Article.Title ?? outcome.Url.AbsoluteUri;
            Console.WriteLine($"{outcome.Kind}: {name} {outcome.Reason}");
            if (outcome.Change is { } change)
            {
                Console.WriteLine(new AnsiDiffRenderer { Color = !Console.IsOutputRedirected }.Render(change.Diff));
            }
        }
    }
}
