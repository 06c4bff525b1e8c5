using System.Globalization;
using Xunit;

namespace NewsDiff.TestSupport.Scenarios;

/// <summary>How soon to come back: freshness, pauses that are asked for, and pauses after failures.</summary>
internal static class PaceScenarios
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static IEnumerable<Scenario> All =>
    [
        new("cache-maxage", "An answer that says how long it stays is not asked for sooner, up to a day", MaxAgeAsync),
        new("cache-ttl", "A feed's own wishes for when to be read are heeded", FeedWishesAsync),
        .. new[] { 429, 503 }.SelectMany(code => (Scenario[])
        [
            new(
                $"ra-{code}-seconds",
                $"A host that asks for an hour by {code} gets it",
                stage => HoldsAsync(stage, code, "3600")),
            new(
                $"ra-{code}-date",
                $"A host that asks by {code} for a time gets it",
                stage => HoldsAsync(stage, code, (stage.Clock.Now + Hour).ToString("r"))),
            new(
                $"ra-{code}-past",
                $"A senseless pause asked for by {code} is replaced, and a huge one cut to a week",
                stage => SenselessAsync(stage, code)),
            new(
                $"ra-{code}-none",
                $"A {code} that names no time is given ever more of it, with a spread",
                stage => BackOffAsync(stage, code)),
        ]),
        new("5xx", "A server that fails is asked ever more rarely, up to a day, and never given up", FailsAsync),
    ];

    private static async Task MaxAgeAsync(ScenarioStage stage)
    {
        await stage.FollowAsync();
        stage.Site.On(
            "/feed",
            200,
            ScenarioStage.Feed(),
            "Content-Type: application/rss+xml",
            "Cache-Control: max-age=43200",
            "ETag: \"f\"");
        CheckOutcome read = await stage.Tracker.CheckDueAsync().SingleAsync();
        Assert.True(read.NextCheckAt - read.CheckedAt >= TimeSpan.FromHours(12));

        stage.Clock.Advance(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await stage.Tracker.CheckDueAsync().CountAsync());
        stage.Site.On("/feed", 304, "");
        stage.Clock.Advance(TimeSpan.FromSeconds(1));
        CheckOutcome unchanged = await stage.Tracker.CheckDueAsync().SingleAsync();
        Assert.True(unchanged.NextCheckAt - unchanged.CheckedAt >= TimeSpan.FromHours(12));

        stage.Site.On("/story", 200, ScenarioStage.Story, ScenarioStage.Html, "Cache-Control: max-age=31536000");
        CheckOutcome story = await stage.CheckAsync();
        Assert.Equal(TimeSpan.FromDays(1), story.NextCheckAt - story.CheckedAt);
    }

    private static async Task FeedWishesAsync(ScenarioStage stage)
    {
        await stage.FollowAsync("/ttl");
        await stage.FollowAsync("/daily");
        await stage.FollowAsync("/hours");
        stage.Site.On("/ttl", 200, ScenarioStage.Feed("<ttl>120</ttl>"));
        stage.Site.On(
            "/daily",
            200,
            ScenarioStage.Feed("<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>"));
        stage.Site.On("/hours", 200, ScenarioStage.Feed("<skipHours><hour>12</hour><hour>13</hour></skipHours>"));

        await stage.Tracker.CheckDueAsync().CountAsync();

        Assert.Equal(stage.Clock.Now.AddHours(2), (await stage.FeedVisitAsync("/ttl")).DueAt);
        Assert.Equal(stage.Clock.Now.AddHours(12), (await stage.FeedVisitAsync("/daily")).DueAt);
        Assert.Equal(14, (await stage.FeedVisitAsync("/hours")).DueAt!.Value.Hour);
    }

    private static async Task HoldsAsync(ScenarioStage stage, int code, string wait)
    {
        stage.Site.On("/busy", code, "", $"Retry-After: {wait}");
        FetchResult busy = await stage.FetchAsync("/busy");
        Assert.Equal((FetchStatus.OnHold, Hour), (busy.Status, busy.RetryAfter));

        stage.Clock.Advance(Hour - TimeSpan.FromSeconds(1));
        Assert.Equal(FetchStatus.OnHold, (await stage.FetchAsync("/story")).Status);
        Assert.Equal(FetchStatus.OnHold, (await stage.FetchFeedAsync("/story")).Status);
        Assert.Empty(stage.Site.RequestsFor("/story"));

        stage.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(FetchStatus.Fetched, (await stage.FetchAsync("/story")).Status);
    }

    private static async Task SenselessAsync(ScenarioStage stage, int code)
    {
        string past = stage.Clock.Now.AddHours(-1).ToString("r", CultureInfo.InvariantCulture);
        foreach (string wait in (string[])[past, "-5", "soon", "1e12", "0"])
        {
            await using var fresh = new ScenarioStage();
            fresh.Site.On("/story", code, "", $"Retry-After: {wait}");
            CheckOutcome outcome = await fresh.CheckAsync();
            Assert.InRange(
                (outcome.NextCheckAt - outcome.CheckedAt)!.Value, TimeSpan.FromMinutes(15), TimeSpan.FromHours(1));
        }

        stage.Site.On("/story", code, "", "Retry-After: 1000000000000");
        CheckOutcome capped = await stage.CheckAsync();
        Assert.Equal(TimeSpan.FromDays(7), capped.NextCheckAt - capped.CheckedAt);
    }

    private static async Task BackOffAsync(ScenarioStage stage, int code)
    {
        stage.Site.On("/story", code, "");
        await stage.CheckAsync();
        List<double> minutes = [];
        for (int visit = 0; visit < 10; visit++)
        {
            CheckOutcome outcome = await stage.CheckWhenDueAsync();
            minutes.Add((outcome.NextCheckAt - outcome.CheckedAt)!.Value.TotalMinutes);
        }

        Assert.All(minutes, wait => Assert.InRange(wait, 15, 1.2 * 24 * 60));
        Assert.All(minutes.Zip(minutes.Skip(1)).Take(4), pair => Assert.InRange(pair.Second / pair.First, 1.5, 2.5));
        Assert.True(minutes[^1] > 20 * 60);

        // The host as a whole is left alone too, for a time that the random source spreads.
        var holds = new List<TimeSpan>();
        for (int host = 0; host < 3; host++)
        {
            string name = $"busy{host}.example";
            stage.Network.Open(name).On("/", code, "");
            await stage.FetchAsync($"http://{name}/");
            holds.Add((await stage.FetchAsync($"http://{name}/other")).RetryAfter!.Value);
        }

        Assert.All(holds, hold => Assert.InRange(hold, TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(18)));
        Assert.Equal(3, holds.Distinct().Count());
    }

    private static async Task FailsAsync(ScenarioStage stage)
    {
        await stage.FollowAsync();
        List<double> minutes = [];
        for (int visit = 0; visit < 15; visit++)
        {
            stage.Site.On("/feed", new[] { 500, 502, 504 }[visit % 3], "");
            CheckOutcome outcome = await stage.Tracker.CheckDueAsync().SingleAsync();
            Assert.Equal(CheckKind.Failed, outcome.Kind);
            minutes.Add((outcome.NextCheckAt - outcome.CheckedAt)!.Value.TotalMinutes);
            stage.Clock.Advance(outcome.NextCheckAt!.Value - stage.Clock.Now);
        }

        Assert.All(minutes.Zip(minutes.Skip(1)).Take(7), pair => Assert.InRange(pair.Second / pair.First, 1.6, 2.5));
        Assert.All(minutes.TakeLast(5), wait => Assert.InRange(wait, 0.9 * 24 * 60, 1.1 * 24 * 60));

        stage.Site.On("/feed", 200, ScenarioStage.Feed());
        Assert.Equal(CheckKind.FeedRead, (await stage.Tracker.CheckDueAsync().SingleAsync()).Kind);
        Assert.Equal(0, (await stage.FeedVisitAsync()).Failures);
    }
}
