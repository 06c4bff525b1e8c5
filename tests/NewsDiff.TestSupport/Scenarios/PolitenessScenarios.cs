using System.Collections.Concurrent;
using System.Diagnostics;
using NewsDiff.Fetching;
using NewsDiff.TestSupport.Faults;
using NewsDiff.Tracking;
using Xunit;

namespace NewsDiff.TestSupport.Scenarios;

/// <summary>Being a guest.</summary>
internal static class PolitenessScenarios
{
    public static IEnumerable<Scenario> All =>
    [
        new(
            "host-conc",
            "Many pages of one site are asked for one at a time, with the gap between them, and sites only so many "
            + "at once",
            ManyPagesAsync),
        new("same-ip", "Two hosts at one address are each treated politely", SameAddressAsync),
        new("ua", "Every request names the client and a contact, and nothing of a reader", NamesItselfAsync),
        new("restart-spam", "Twenty restarts in an hour read no feed sooner", RestartsAsync),
        new("clock-jump", "A clock that jumps a day makes no storm", ClockJumpsAsync),
    ];

    private static async Task ManyPagesAsync(ScenarioStage stage)
    {
        TimeSpan gap = TimeSpan.FromMilliseconds(10);
        stage.Options = stage.Options with { MinGap = gap };
        (int inFlight, int most, int everywhere, int mostEverywhere) = (0, 0, 0, 0);
        var gate = new Lock();
        long lastEnd = 0;
        var gaps = new ConcurrentQueue<TimeSpan>();
        async Task AnswerAsync(FaultConnection connection, bool isOneHost)
        {
            lock (gate)
            {
                mostEverywhere = Math.Max(mostEverywhere, ++everywhere);
                if (isOneHost)
                {
                    most = Math.Max(most, ++inFlight);
                    gaps.Enqueue(lastEnd == 0 ? gap : Stopwatch.GetElapsedTime(lastEnd));
                }
            }

            await Task.Yield();
            lock (gate)
            {
                everywhere--;
                if (isOneHost)
                {
                    inFlight--;
                    lastEnd = Stopwatch.GetTimestamp();
                }
            }

            await connection.ReplyAsync(404, "");
        }

        List<Uri> urls = [];
        for (int page = 0; page < 100; page++)
        {
            stage.Site.On($"/{page}", connection => AnswerAsync(connection, isOneHost: true));
            urls.Add(ScenarioStage.Url($"/{page}"));
        }

        for (int host = 0; host < 20; host++)
        {
            stage.Network.Open($"host{host}.example").On("/", connection => AnswerAsync(connection, isOneHost: false));
            urls.Add(new Uri($"http://host{host}.example/"));
        }

        var real = new SitePoliteness();
        using HttpClient client = stage.Network.CreateClient(stage.Options);
        using var polite = new PoliteClient(client, stage.Options, real);
        using var fetcher = new HttpArticleFetcher(polite);
        await Task.WhenAll(urls.Take(100).Select(url => fetcher.FetchAsync(FetchRequest.For(url))));
        Assert.Equal(1, most);
        Assert.Equal(100, gaps.Count);
        Assert.DoesNotContain(gaps, between => between < gap);

        // How many hosts are visited side by side is the tracker's to say.
        var tracker = new ArticleTracker(
            fetcher,
            stage.Feeds,
            stage.Store,
            new TrackerOptions { MaxConcurrency = 4, Politeness = real },
            stage.Clock);
        foreach (Uri url in urls.Skip(100))
        {
            TrackedArticle article = await stage.Store.RegisterAsync(
                new ArticleRegistration { Keys = [url.AbsoluteUri], Url = url, SeenAt = stage.Clock.Now });
            await stage.Store.SaveVisitAsync(
                new Visit { Kind = VisitKind.Article, Target = article.Id, Url = url, DueAt = stage.Clock.Now });
        }

        mostEverywhere = 0;
        Assert.Equal(20, await tracker.CheckDueAsync().CountAsync());
        Assert.InRange(mostEverywhere, 1, 4);
    }

    private static async Task SameAddressAsync(ScenarioStage stage)
    {
        stage.Network.Rebind("twin.example", [stage.Network.Place("first.example", stage.Site.Port)]);

        Assert.Equal(FetchStatus.Fetched, (await stage.FetchAsync("http://first.example/story")).Status);
        Assert.Equal(FetchStatus.Fetched, (await stage.FetchAsync("http://twin.example/story")).Status);
        Assert.Equal(
            ["first.example", "first.example", "twin.example", "twin.example"],
            stage.Site.Requests.Select(request => request.Header("Host")));
    }

    private static async Task NamesItselfAsync(ScenarioStage stage)
    {
        stage.Site.On("/feed", 200, ScenarioStage.Feed(), "Set-Cookie: a=b").Redirect("/a", "/story");
        await stage.FetchFeedAsync("/feed");
        await stage.FetchFeedAsync("/feed");
        await stage.FetchAsync("/a");

        Assert.Equal(5, stage.Site.Requests.Count);
        foreach (FaultConnection request in stage.Site.Requests)
        {
            Assert.StartsWith("NewsDiff/", request.Header("User-Agent"), StringComparison.Ordinal);
            Assert.Contains("+https://bot.example/about", request.Header("User-Agent"), StringComparison.Ordinal);
            Assert.Null(request.Header("Referer"));
            Assert.Null(request.Header("Cookie"));
            Assert.Null(request.Header("traceparent"));
        }
    }

    private static async Task RestartsAsync(ScenarioStage stage)
    {
        await stage.FollowAsync();
        stage.Site.On("/feed", 200, ScenarioStage.Feed());
        List<DateTimeOffset> reads = [];
        for (int restart = 0; restart < 20; restart++)
        {
            ArticleTracker restarted = stage.CreateTracker(stage.Clock);
            if (await restarted.CheckDueAsync().CountAsync() > 0)
            {
                reads.Add(stage.Clock.Now);
            }

            stage.Clock.Advance(TimeSpan.FromMinutes(3));
        }

        TimeSpan least = AdaptiveRevisitPolicy.ForFeeds.First;
        Assert.All(reads.Zip(reads.Skip(1)), pair => Assert.True(pair.Second - pair.First >= least));
        Assert.InRange(reads.Count, 1, 4);

        // A host that asked to be left alone is left alone by the next process too, whatever is due there.
        stage.Site.On("/feed", 429, "", "Retry-After: 86400");
        stage.Clock.Advance(TimeSpan.FromHours(2));
        await stage.Tracker.CheckDueAsync().CountAsync();
        int asked = stage.Site.Requests.Count;
        var politeness = new SitePoliteness(stage.Clock);
        using HttpClient client = stage.Network.CreateClient(stage.Options);
        using var polite = new PoliteClient(client, stage.Options, politeness, stage.Clock);
        using var fetcher = new HttpArticleFetcher(polite);
        var next = new ArticleTracker(
            fetcher, stage.Feeds, stage.Store, new TrackerOptions { Politeness = politeness }, stage.Clock);
        await next.CheckDueAsync().CountAsync();
        CheckOutcome spared = await next.CheckArticleAsync(ScenarioStage.Url("/story"));

        Assert.Equal(FetchStatus.OnHold, spared.Status);
        Assert.Equal(asked, stage.Site.Requests.Count);
    }

    private static async Task ClockJumpsAsync(ScenarioStage stage)
    {
        stage.Site.On("/feed", 200, ScenarioStage.Feed()).On("/other", 200, ScenarioStage.Feed());
        await stage.FollowAsync("/feed");
        await stage.FollowAsync("/other");
        await stage.Tracker.CheckDueAsync().CountAsync();

        ArticleTracker behind = stage.CreateTracker(new ManualTimeProvider(stage.Clock.Now.AddDays(-1)));
        Assert.InRange(await behind.CheckDueAsync().CountAsync(), 0, 2);
        ArticleTracker ahead = stage.CreateTracker(new ManualTimeProvider(stage.Clock.Now.AddDays(1)));
        await ahead.CheckDueAsync().CountAsync();
        await ahead.CheckDueAsync().CountAsync();

        Assert.All(new[] { "/feed", "/other" }, path => Assert.InRange(stage.Site.RequestsFor(path).Count, 1, 3));
        Assert.Equal(2, stage.Site.RequestsFor("/feed").Count);
    }
}
