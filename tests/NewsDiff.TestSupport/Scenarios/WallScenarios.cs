using Xunit;

namespace NewsDiff.TestSupport.Scenarios;

/// <summary>Pages in place of an article.</summary>
internal static class WallScenarios
{
    public static IEnumerable<Scenario> All =>
    [
        new(
            "captcha",
            "A page that asks whether one is human is no version",
            stage => WallAsync(stage, "Access denied. Please show that you are human.")),
        new(
            "soft-404",
            "A page that says 'not found' with a 200 is no version",
            stage => WallAsync(stage, "Page not found.")),
        new(
            "paywall-ab",
            "A text that is shown in full and in part by turns makes at most two versions a day",
            PaywallAsync),
    ];

    /// <summary>A page of the same title with one sentence.</summary>
    public static string Short(string sentence) =>
        "<html><head><title>Lighthouse lamp is lit again</title></head><body><main><article><h1>Lighthouse lamp is "
        + $"lit again</h1><p>{sentence}</p></article></main></body></html>";

    private static async Task WallAsync(ScenarioStage stage, string sentence)
    {
        await stage.CheckAsync();
        stage.Site.On("/story", 200, Short(sentence), ScenarioStage.Html);
        CheckOutcome wall = await stage.CheckWhenDueAsync();
        stage.Site.On("/story", 200, ScenarioStage.Story, ScenarioStage.Html);
        CheckOutcome back = await stage.CheckWhenDueAsync();

        Assert.Equal([CheckKind.Failed, CheckKind.Unchanged], new[] { wall.Kind, back.Kind });
        Assert.Equal(1, await stage.VersionsAsync());
    }

    private static async Task PaywallAsync(ScenarioStage stage)
    {
        string half = ScenarioStage.Story[..ScenarioStage.Story.IndexOf(
            "<p>The harbour board", StringComparison.Ordinal)] + "</article></main></body></html>";
        DateTimeOffset start = stage.Clock.Now;
        for (int visit = 0; stage.Clock.Now - start < TimeSpan.FromHours(23); visit++)
        {
            stage.Site.On("/story", 200, visit % 2 == 0 ? ScenarioStage.Story : half, ScenarioStage.Html);
            _ = visit == 0 ? await stage.CheckAsync() : await stage.CheckWhenDueAsync();
        }

        Assert.InRange(await stage.VersionsAsync(), 1, 2);
    }
}
