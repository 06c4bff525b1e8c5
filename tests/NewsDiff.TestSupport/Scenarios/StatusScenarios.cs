using NewsDiff.Tracking;
using Xunit;

namespace NewsDiff.TestSupport.Scenarios;

/// <summary>What status codes mean for the life of a page or feed.</summary>
internal static class StatusScenarios
{
    public static IEnumerable<Scenario> All =>
    [
        new("410", "What is gone for good on two days is recorded once and asked for no more", GoneAsync),
        new("404", "What is not found counts as deleted after three visits over a day", NotFoundAsync),
        new(
            "451",
            "What is withheld by law is blocked, not deleted",
            stage => BlockedAsync(stage, FetchStatus.Withheld, 451)),
        new(
            "403",
            "What is denied is asked for more rarely and is not deleted",
            stage => BlockedAsync(stage, FetchStatus.Failed, 403, 401)),
        new("204", "Answers without the content that was asked for make no version", NoContentAsync),
        new("empty-200", "An empty answer is a failure", EmptyAsync),
    ];

    private static async Task GoneAsync(ScenarioStage stage)
    {
        await stage.FollowAsync();
        stage.Site.On("/feed", 410, "");
        await stage.CheckAsync();
        stage.Site.On("/story", 410, "");

        Assert.Equal(CheckKind.Failed, (await stage.CheckAsync()).Kind);
        await stage.Tracker.CheckDueAsync().CountAsync();
        stage.Clock.Advance(TimeSpan.FromDays(1));
        CheckOutcome gone = await stage.CheckAsync();
        await stage.Tracker.CheckDueAsync().CountAsync();
        int asked = stage.Site.Requests.Count;
        for (int day = 0; day < 60; day++)
        {
            stage.Clock.Advance(TimeSpan.FromDays(1));
            Assert.Equal(0, await stage.Tracker.CheckDueAsync().CountAsync());
        }

        Assert.Equal((CheckKind.Vanished, null), (gone.Kind, gone.NextCheckAt));
        Assert.Equal(VisitState.Vanished, (await stage.FeedVisitAsync()).State);
        Assert.Equal(asked, stage.Site.Requests.Count);
    }

    private static async Task NotFoundAsync(ScenarioStage stage)
    {
        await stage.CheckAsync();
        stage.Site.On("/story", 404, "");

        CheckOutcome[] outcomes =
        [
            await stage.CheckWhenDueAsync(), await stage.CheckWhenDueAsync(), await stage.CheckWhenDueAsync(),
        ];

        Assert.Equal(
            [CheckKind.Failed, CheckKind.Failed, CheckKind.Vanished], outcomes.Select(outcome => outcome.Kind));
        Assert.True(outcomes[2].CheckedAt - outcomes[0].CheckedAt >= TimeSpan.FromDays(1));
    }

    private static async Task BlockedAsync(ScenarioStage stage, FetchStatus expected, params int[] codes)
    {
        await stage.CheckAsync();
        TimeSpan last = TimeSpan.Zero;
        for (int visit = 0; visit < 6; visit++)
        {
            stage.Site.On("/story", codes[visit % codes.Length], "");
            CheckOutcome outcome = await stage.CheckWhenDueAsync();
            Assert.Equal((CheckKind.Failed, expected), (outcome.Kind, outcome.Status));
            Assert.True(outcome.NextCheckAt - outcome.CheckedAt > last);
            last = (outcome.NextCheckAt - outcome.CheckedAt)!.Value;
        }

        Assert.NotEqual(VisitState.Vanished, (await stage.VisitAsync()).State);
    }

    private static async Task NoContentAsync(ScenarioStage stage)
    {
        await stage.CheckAsync();
        foreach (int code in (int[])[204, 205, 206])
        {
            stage.Site.On("/story", code, code == 206 ? ScenarioStage.Story[..300] : "", ScenarioStage.Html);
            Assert.Equal(CheckKind.Failed, (await stage.CheckAsync()).Kind);
        }

        Assert.Equal(1, await stage.VersionsAsync());
    }

    private static async Task EmptyAsync(ScenarioStage stage)
    {
        await stage.CheckAsync();
        stage.Site.On("/story", 200, "", ScenarioStage.Html);

        CheckOutcome outcome = await stage.CheckAsync();

        Assert.Equal((CheckKind.Failed, FetchStatus.Failed), (outcome.Kind, outcome.Status));
        Assert.Equal(1, await stage.VersionsAsync());
        Assert.Equal(FetchStatus.Failed, (await stage.FetchFeedAsync("/story")).Status);
    }
}
