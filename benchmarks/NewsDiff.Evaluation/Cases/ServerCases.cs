using System.Globalization;
using System.Text.Json;
using NewsDiff.Feeds;
using NewsDiff.TestSupport.Scenarios;
using NewsDiff.Tracking;

namespace NewsDiff.Evaluation.Cases;

/// <summary>Plays the cases that need a server: what their name says is answered, over connections.</summary>
internal static class ServerCases
{
    private const string Page = "Content-Type: text/html; charset=utf-8";

    private const string Challenge =
        "<!DOCTYPE html><html lang='en'><head><title>Just a moment...</title></head><body><h1>news.example</h1>"
        + "<p>Checking your browser before accessing news.example.</p></body></html>";

    /// <summary>Plays a case.</summary>
    /// <returns>What came of it, in the form of the expectation; null for an unknown case.</returns>
    public static async Task<string?> PlayAsync(string name)
    {
        await using var stage = new ScenarioStage();
        return name switch
        {
            "304-body" => await PlayNotModifiedAsync(stage),
            "ce-zstd" => Says(
                (await FeedAsync(stage, 200, ScenarioStage.Feed(), "Content-Encoding: zstd")).Reason, "zstd"),
            "cf-200-page" => (await ArticleAsync(stage, 200, Challenge, Page)).Status.ToString(),
            "cf-403-says-challenge" =>
                Says((await ArticleAsync(stage, 403, Challenge, Page, "cf-mitigated: challenge")).Reason, "bot check"),
            "cf-503" => Throttled((await ArticleAsync(stage, 503, Challenge, Page, "Refresh: 8")).Status),
            "cookie-loop" => await PlayLoopAsync(stage),
            "ra-float" => await PlayRetriesAsync(stage),
            "reddit-403" => IsTrue((await FeedAsync(stage, 403, "", "Retry-After: 120")).RetryAfter is not null),
            "websub-link-header" => IsTrue(
                (await FeedAsync(stage, 200, ScenarioStage.Feed(), "Link: <https://hub.example/>; rel=\"hub\""))
                    .Feed!.Hubs.Length == 1),
            "meta-refresh-feed" => await PlayFeedRefreshAsync(stage),
            "meta-refresh-article" => await PlayArticleRefreshAsync(stage),
            "guid-change-tracker" => await PlayChangeAsync(stage, "/story", "/story"),
            "link-change-tracker" => await PlayChangeAsync(stage, "/story", "/story-2", "a", "a"),
            "both-change-tracker" or "move-old-first" or "move-new-first" => await PlayMoveAsync(stage, name),
            _ => null,
        };
    }

    private static async Task<string> PlayNotModifiedAsync(ScenarioStage stage)
    {
        stage.Site.On("/a", 304, "a body", "ETag: \"1\"").On("/b", 200, ScenarioStage.Story, Page);
        FetchResult first = await stage.FetchAsync("/a", new FetchValidators { ETag = "\"1\"" });
        FetchResult second = await stage.FetchAsync("/b");
        return JsonSerializer.Serialize(new { a = first.Status.ToString(), b = second.Status.ToString() });
    }

    private static async Task<string> PlayLoopAsync(ScenarioStage stage)
    {
        stage.Site.On("/loop", 302, "", "Location: /loop", "Set-Cookie: seen=1");
        FetchResult result = await stage.FetchAsync("/loop");
        return JsonSerializer.Serialize(
            new { s = result.Status.ToString(), n = stage.Site.RequestsFor("/loop").Count });
    }

    private static async Task<string> PlayRetriesAsync(ScenarioStage stage)
    {
        // The first answer holds the site, so that the second comes from another.
        await using var other = new ScenarioStage();
        FetchResult first = await ArticleAsync(stage, 503, "", "Retry-After: 120.5");
        FetchResult second = await ArticleAsync(other, 503, "", "Retry-After: 0");
        return JsonSerializer.Serialize(new { a = Seconds(first.RetryAfter), b = Seconds(second.RetryAfter) });
    }

    private static async Task<string> PlayFeedRefreshAsync(ScenarioStage stage)
    {
        stage.Site.On("/old", 200, Refresh("/feed"), Page)
            .On("/feed", 200, ScenarioStage.Feed(), "Content-Type: application/rss+xml");
        return IsTrue((await stage.FetchFeedAsync("/old")).Status == FetchStatus.Fetched);
    }

    private static async Task<string> PlayArticleRefreshAsync(ScenarioStage stage)
    {
        stage.Site.On("/old", 200, Refresh("/story"), Page);
        return IsTrue((await stage.FetchAsync("/old")).Article is not null);
    }

    /// <summary>Reads a feed twice; in between, the guid or the link of its entry changes.</summary>
    private static async Task<string> PlayChangeAsync(
        ScenarioStage stage, string firstLink, string secondLink, string firstGuid = "a", string secondGuid = "b")
    {
        stage.Site.On(secondLink, 200, ScenarioStage.Story, Page);
        int first = await AnnounceAsync(stage, firstLink, firstGuid);
        int second = await AnnounceAsync(stage, secondLink, secondGuid);
        return JsonSerializer.Serialize(
            new { first = Entries(first), second = Entries(second - first) });
    }

    /// <summary>Moves an article with a new guid: the old address redirects to the new one.</summary>
    private static async Task<string> PlayMoveAsync(ScenarioStage stage, string name)
    {
        stage.Site.On("/moved", 200, ScenarioStage.Story, Page);
        await AnnounceAsync(stage, "/story", "a");
        stage.Site.Redirect("/story", "/moved", 301);
        if (name == "move-old-first")
        {
            await stage.Tracker.CheckArticleAsync(ScenarioStage.Url("/story"));
        }

        await AnnounceAsync(stage, "/moved", "b");
        await stage.Tracker.CheckArticleAsync(ScenarioStage.Url("/moved"));

        // A move counts at its second sight, a day later.
        for (int day = 0; day < 2; day++)
        {
            await stage.Tracker.CheckArticleAsync(ScenarioStage.Url("/story"));
            stage.Clock.Advance(TimeSpan.FromDays(1));
        }

        int articles = await stage.Store.ReadArticlesAsync(new ArticleQuery()).CountAsync();
        return articles.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Reads the feed with one entry.</summary>
    /// <returns>How many articles are known then.</returns>
    private static async Task<int> AnnounceAsync(ScenarioStage stage, string link, string guid)
    {
        stage.Site.On(
            "/feed", 200,
            ScenarioStage.Feed(
                $"<item><title>Lamp</title><link>{link}</link><guid isPermaLink='false'>{guid}</guid></item>"),
            "Content-Type: application/rss+xml");
        await stage.Tracker.CheckFeedAsync(ScenarioStage.Url("/feed")).CountAsync();
        return await stage.Store.ReadArticlesAsync(new ArticleQuery()).CountAsync();
    }

    private static Task<FetchResult> ArticleAsync(
        ScenarioStage stage, int status, string body, params string[] headers)
    {
        stage.Site.On("/page", status, body, headers);
        return stage.FetchAsync("/page");
    }

    private static Task<FeedResult> FeedAsync(ScenarioStage stage, int status, string body, params string[] headers)
    {
        stage.Site.On("/feed", status, body, headers);
        return stage.FetchFeedAsync("/feed");
    }

    private static string Refresh(string path) =>
        $"<!DOCTYPE html><html><head><meta http-equiv=\"refresh\" content=\"0; url={path}\"></head></html>";

    private static string Entries(int isNew) =>
        string.Create(CultureInfo.InvariantCulture, $"1 entry, {isNew} new.");

    private static double? Seconds(TimeSpan? time) => time?.TotalSeconds;

    private static string Says(string? reason, string word) =>
        IsTrue(reason?.Contains(word, StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>The status that the cases know by its former name.</summary>
    private static string Throttled(FetchStatus status) =>
        status == FetchStatus.OnHold ? "Throttled" : status.ToString();

    private static string IsTrue(bool value) => value ? "true" : "false";
}
