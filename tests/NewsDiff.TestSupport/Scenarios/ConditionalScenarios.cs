using NewsDiff.TestSupport.Faults;
using NewsDiff.Tracking;
using Xunit;

namespace NewsDiff.TestSupport.Scenarios;

/// <summary>Asking whether something changed.</summary>
internal static class ConditionalScenarios
{
    private const string Date = "Fri, 01 May 2026 10:00:00 GMT";

    public static IEnumerable<Scenario> All =>
    [
        new("cg-etag", "A strong validator comes back byte for byte", stage => EchoesAsync(stage, "\"abc\"", null)),
        new("cg-lm", "A date comes back byte for byte and is never invented", stage => EchoesAsync(stage, null, Date)),
        new("cg-both", "Both validators come back", stage => EchoesAsync(stage, "\"abc\"", Date)),
        new("cg-weak", "A weak validator comes back as weak", stage => EchoesAsync(stage, "W/\"x\"", null)),
        new("cg-unquoted", "A validator without quotes comes back as it was", stage => EchoesAsync(stage, "abc", null)),
        new("cg-rotating", "A validator that changes with every answer makes no version", RotatesAsync),
        new("cg-304-first", "An answer 'not modified' that nobody asked for is a failure", NotModifiedFirstAsync),
        new("cg-304-newetag", "A new validator in 'not modified' is used from then on", RenewsAsync),
        new("cg-200-samebody", "The same text again makes no version but counts as a visit", SameAsync),
        new("cg-validators-after-parse-fail", "Validators of an answer that broke off are not kept", BreaksOffAsync),
    ];

    private static async Task EchoesAsync(ScenarioStage stage, string? etag, string? date)
    {
        string[] validators = [.. new[]
        {
            etag is null ? null : $"ETag: {etag}", date is null ? null : $"Last-Modified: {date}",
        }.OfType<string>()];
        stage.Site.On("/story", connection =>
            (etag is not null && connection.Header("If-None-Match") == etag)
                || (date is not null && connection.Header("If-Modified-Since") == date)
                ? connection.ReplyAsync(304, "", validators)
                : connection.ReplyAsync(200, ScenarioStage.Story, [ScenarioStage.Html, .. validators]));

        await stage.CheckAsync();
        CheckOutcome second = await stage.CheckAsync();

        FaultConnection asked = stage.Site.RequestsFor("/story")[1];
        Assert.Equal((etag, date), (asked.Header("If-None-Match"), asked.Header("If-Modified-Since")));
        Assert.Equal((CheckKind.Unchanged, FetchStatus.NotModified), (second.Kind, second.Status));
        Assert.Equal(1, await stage.VersionsAsync());
    }

    private static async Task RotatesAsync(ScenarioStage stage)
    {
        int answers = 0;
        stage.Site.On("/story", connection =>
            connection.ReplyAsync(
                200, ScenarioStage.Story, ScenarioStage.Html, $"ETag: \"{Interlocked.Increment(ref answers)}\""));
        for (int visit = 0; visit < 3; visit++)
        {
            await stage.CheckAsync();
        }

        Assert.Equal(1, await stage.VersionsAsync());
        Assert.Equal("\"2\"", stage.Site.RequestsFor("/story")[2].Header("If-None-Match"));
    }

    private static async Task NotModifiedFirstAsync(ScenarioStage stage)
    {
        stage.Site.On("/story", 304, "", "ETag: \"abc\"");

        FetchResult result = await stage.FetchAsync("/story");
        CheckOutcome outcome = await stage.CheckAsync();

        Assert.Equal((FetchStatus.Failed, null), (result.Status, result.Validators));
        Assert.Equal(CheckKind.Failed, outcome.Kind);
        Assert.Null((await stage.VisitAsync()).Validators);
        Assert.Equal(0, await stage.VersionsAsync());
    }

    private static async Task RenewsAsync(ScenarioStage stage)
    {
        stage.Site.On("/story", 200, ScenarioStage.Story, ScenarioStage.Html, "ETag: \"a\"");
        await stage.CheckAsync();
        stage.Site.On("/story", 304, "", "ETag: \"b\"");
        await stage.CheckAsync();
        await stage.CheckAsync();

        Assert.Equal(
            [null, "\"a\"", "\"b\""],
            stage.Site.RequestsFor("/story").Select(request => request.Header("If-None-Match")));
    }

    private static async Task SameAsync(ScenarioStage stage)
    {
        await stage.CheckAsync();
        stage.Clock.Advance(TimeSpan.FromHours(1));
        CheckOutcome second = await stage.CheckAsync();

        Assert.Equal(CheckKind.Unchanged, second.Kind);
        Assert.Equal(1, await stage.VersionsAsync());
        Assert.Equal(stage.Clock.Now, (await stage.VisitAsync()).LastVisitedAt);
    }

    private static async Task BreaksOffAsync(ScenarioStage stage)
    {
        stage.Site.On("/story", connection => connection.SendAsync(
            $"HTTP/1.1 200 OK\r\n{ScenarioStage.Html}\r\nETag: \"abc\"\r\nContent-Length: "
            + $"100000\r\n\r\n{ScenarioStage.Story}"));

        CheckOutcome outcome = await stage.CheckAsync();
        await stage.CheckAsync();

        Assert.Equal(CheckKind.Failed, outcome.Kind);
        Visit visit = await stage.VisitAsync();
        Assert.Null(visit.Validators);
        Assert.Null(stage.Site.RequestsFor("/story")[1].Header("If-None-Match"));
        Assert.Equal(0, await stage.VersionsAsync());
    }
}
