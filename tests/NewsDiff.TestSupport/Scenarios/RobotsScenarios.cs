using NewsDiff.TestSupport.Faults;
using Xunit;

namespace NewsDiff.TestSupport.Scenarios;

/// <summary>The rules of sites.</summary>
internal static class RobotsScenarios
{
    public static IEnumerable<Scenario> All =>
    [
        new("robots-200", "Rules are obeyed", ObeysAsync),
        new("robots-4xx", "A site without rules forbids nothing", NoneAsync),
        new(
            "robots-5xx",
            "A site whose rules cannot be had is not asked, and its rules are tried again",
            UnreachableAsync),
        new("robots-redirect", "Rules are followed through five redirects", RedirectsAsync),
        new("robots-600k", "The first 500 KiB of rules are read", LongAsync),
        new("robots-cache", "Rules are asked for once a day", CachesAsync),
        new("robots-html", "A page in place of rules forbids nothing", PageAsync),
        new("crawl-delay", "A pause that is asked for is made", CrawlDelayAsync),
    ];

    private static async Task ObeysAsync(ScenarioStage stage)
    {
        stage.Site.On("/robots.txt", 200, "User-agent: *\nDisallow: /private\n").On(
            "/private", 200, ScenarioStage.Story, ScenarioStage.Html);

        Assert.Equal(FetchStatus.DisallowedByRobots, (await stage.FetchAsync("/private")).Status);
        Assert.Equal(FetchStatus.Fetched, (await stage.FetchAsync("/story")).Status);
        Assert.Empty(stage.Site.RequestsFor("/private"));
    }

    private static async Task NoneAsync(ScenarioStage stage)
    {
        foreach (int code in (int[])[404, 403, 401, 410])
        {
            await using var fresh = new ScenarioStage();
            fresh.Site.On("/robots.txt", code, "User-agent: *\nDisallow: /\n");
            Assert.Equal(FetchStatus.Fetched, (await fresh.FetchAsync("/story")).Status);
        }
    }

    private static async Task UnreachableAsync(ScenarioStage stage)
    {
        stage.Site.On("/robots.txt", 500, "");
        Assert.Equal(FetchStatus.DisallowedByRobots, (await stage.FetchAsync("/story")).Status);

        stage.Clock.Advance(TimeSpan.FromHours(1));
        stage.Site.On("/robots.txt", connection => connection.HangAsync());
        Task<FetchResult> silent = stage.FetchAsync("/story");
        await Patience.PassTimeAsync(
            stage.Clock, TimeSpan.FromMilliseconds(500), until: () => silent.IsCompleted, CancellationToken.None);

        Assert.NotEqual(FetchStatus.Fetched, (await silent).Status);
        Assert.Empty(stage.Site.RequestsFor("/story"));

        stage.Clock.Advance(TimeSpan.FromHours(1));
        stage.Site.On("/robots.txt", 200, "");
        Assert.Equal(FetchStatus.Fetched, (await stage.FetchAsync("/story")).Status);
    }

    private static async Task RedirectsAsync(ScenarioStage stage)
    {
        stage.Site.Redirect("/robots.txt", "/1")
            .Redirect("/1", "/2")
            .Redirect("/2", "/3")
            .Redirect("/3", "/4")
            .Redirect("/4", "/5")
            .On("/5", 200, "User-agent: *\nDisallow: /story\n");

        Assert.Equal(FetchStatus.DisallowedByRobots, (await stage.FetchAsync("/story")).Status);
    }

    private static async Task LongAsync(ScenarioStage stage)
    {
        string filler = string.Concat(Enumerable.Repeat("Disallow: /nothing/of/the/kind/is/here\n", 12_900));
        string rules = "User-agent: *\n" + filler + "Disallow: /story\n" + filler[..(100 * 1024)]
            + "\nDisallow: /late\n";
        Assert.InRange(filler.Length, 480 * 1024, 500 * 1024);
        stage.Site.On("/robots.txt", 200, rules).On("/late", 200, ScenarioStage.Story, ScenarioStage.Html);

        Assert.Equal(FetchStatus.DisallowedByRobots, (await stage.FetchAsync("/story")).Status);
        Assert.Equal(FetchStatus.Fetched, (await stage.FetchAsync("/late")).Status);
    }

    private static async Task CachesAsync(ScenarioStage stage)
    {
        stage.Site.On("/robots.txt", 200, "");
        await stage.FetchAsync("/story");
        stage.Clock.Advance(TimeSpan.FromHours(23));
        await stage.FetchAsync("/story");
        Assert.Single(stage.Site.RequestsFor("/robots.txt"));

        stage.Clock.Advance(TimeSpan.FromHours(2));
        await stage.FetchAsync("/story");
        Assert.Equal(2, stage.Site.RequestsFor("/robots.txt").Count);
    }

    private static async Task PageAsync(ScenarioStage stage)
    {
        stage.Site.On("/robots.txt", 200, ScenarioStage.Story, ScenarioStage.Html);

        Assert.Equal(FetchStatus.Fetched, (await stage.FetchAsync("/story")).Status);
    }

    private static async Task CrawlDelayAsync(ScenarioStage stage)
    {
        stage.Options = stage.Options with
        {
            HeaderTimeout = TimeSpan.FromDays(1),
            TotalTimeout = TimeSpan.FromDays(1),
        };
        List<DateTimeOffset> asked = [];
        Task AnswerAsync(FaultConnection connection, string body)
        {
            asked.Add(stage.Clock.Now);
            return connection.ReplyAsync(200, body, ScenarioStage.Html);
        }

        stage.Site.On("/robots.txt", connection => AnswerAsync(connection, "User-agent: *\nCrawl-delay: 7\n"))
            .On("/story", connection => AnswerAsync(connection, ScenarioStage.Story));
        Task<FetchResult> fetching = stage.FetchAsync("/story");
        await Patience.PassTimeAsync(
            stage.Clock, TimeSpan.FromMilliseconds(125), until: () => fetching.IsCompleted, CancellationToken.None);

        Assert.Equal(FetchStatus.Fetched, (await fetching).Status);
        Assert.True(asked[1] - asked[0] >= TimeSpan.FromSeconds(7));
    }
}
