using NewsDiff.Fetching;
using NewsDiff.Identity;
using NewsDiff.TestSupport.Faults;
using NewsDiff.Tracking;
using Xunit;

namespace NewsDiff.TestSupport.Scenarios;

/// <summary>Redirects: which are followed, and which are remembered.</summary>
internal static class RedirectScenarios
{
    public static IEnumerable<Scenario> All =>
    [
        new(
            "301",
            "What moved for good is asked for at its new address, and known by both",
            stage => MovesAsync(stage, 301)),
        new("308", "A 308 moves as a 301 does", stage => MovesAsync(stage, 308)),
        new("302", "Temporary redirects are followed and not remembered", TemporaryAsync),
        new("301-mixed", "Past a temporary redirect nothing is remembered", MixedAsync),
        new("redir-loop", "A circle ends before any address is asked twice", LoopAsync),
        new("redir-11", "The eleventh redirect is not followed", stage => HopsAsync(stage, 11, FetchStatus.Failed)),
        new("redir-10", "Ten redirects are followed", stage => HopsAsync(stage, 10, FetchStatus.Fetched)),
        new(
            "redir-relative",
            "A relative target is resolved",
            stage => TargetAsync(stage, "/a/b/start", "../found?y=1", "/a/found?y=1")),
        new("redir-nolocation", "A redirect without a target is a failure", NowhereAsync),
        new(
            "redir-utf8",
            "A target beyond ASCII is percent-encoded",
            stage => TargetAsync(stage, "/start", "/zürich see", "/z%C3%BCrich%20see")),
        new("redir-https-http", "A redirect from https to http is refused, and gets no credentials", InsecureAsync),
        new("redir-crosshost-auth", "Headers of one site are not sent to another", CrossHostAsync),
        new("redir-robots", "The robots.txt of every host on the way is obeyed", RobotsAsync),
        new("cookie-wall", "A redirect that wants a cookie back ends as a circle, without one", CookieWallAsync),
        new("maintenance-302", "A redirect to a maintenance page is no deletion and no version", MaintenanceAsync),
    ];

    private static async Task MovesAsync(ScenarioStage stage, int code)
    {
        await stage.CheckAsync();
        Visit before = await stage.VisitAsync();
        stage.Site.Redirect("/story", "/moved", code).On("/moved", 200, ScenarioStage.Story, ScenarioStage.Html);

        await stage.CheckAsync();
        Assert.Equal(ScenarioStage.Url("/story"), (await stage.VisitAsync()).Url);
        stage.Clock.Advance(TimeSpan.FromDays(1));
        await stage.CheckAsync();
        Visit after = (await stage.Store.FindVisitAsync(VisitKind.Article, before.Target))!;
        stage.Site.On("/story", 500, "");
        stage.Clock.Advance(TimeSpan.FromDays(2));
        await stage.Tracker.CheckDueAsync().CountAsync();

        Assert.Equal(ScenarioStage.Url("/moved"), after.Url);
        Assert.Equal(3, stage.Site.RequestsFor("/moved").Count);
        foreach (string path in (string[])["/story", "/moved"])
        {
            TrackedArticle? article = await stage.Store.FindByKeyAsync(ArticleKeys.Compute(ScenarioStage.Url(path))[0]);
            Assert.Equal(before.Target, article?.Id);
        }
    }

    private static async Task TemporaryAsync(ScenarioStage stage)
    {
        stage.Site.On("/there", 200, ScenarioStage.Story, ScenarioStage.Html);
        foreach (int code in (int[])[302, 303, 307])
        {
            stage.Site.Redirect("/story", "/there", code);
            Assert.NotEqual(CheckKind.Failed, (await stage.CheckAsync()).Kind);
            Assert.Equal(ScenarioStage.Url("/story"), (await stage.VisitAsync()).Url);
        }
    }

    private static async Task MixedAsync(ScenarioStage stage)
    {
        stage.Site.On("/c", 200, ScenarioStage.Story, ScenarioStage.Html);
        stage.Site.Redirect("/story", "/b", 302).Redirect("/b", "/c", 301);
        stage.Site.Redirect("/first", "/second", 301).Redirect("/second", "/c", 302);

        FetchResult temporaryFirst = await stage.FetchAsync("/story");
        FetchResult permanentFirst = await stage.FetchAsync("/first");

        Assert.Equal((FetchStatus.Fetched, null), (temporaryFirst.Status, temporaryFirst.MovedTo));
        Assert.Equal(
            (FetchStatus.Fetched, ScenarioStage.Url("/second")), (permanentFirst.Status, permanentFirst.MovedTo));
    }

    private static async Task LoopAsync(ScenarioStage stage)
    {
        stage.Site.Redirect("/a", "/b").Redirect("/b", "/a");

        FetchResult result = await stage.FetchAsync("/a");

        Assert.Equal(FetchStatus.Failed, result.Status);
        Assert.Single(stage.Site.RequestsFor("/a"));
        Assert.Single(stage.Site.RequestsFor("/b"));
    }

    private static async Task HopsAsync(ScenarioStage stage, int hops, FetchStatus expected)
    {
        for (int hop = 0; hop < hops; hop++)
        {
            stage.Site.Redirect($"/{hop}", hop + 1 == hops ? "/story" : $"/{hop + 1}");
        }

        Assert.Equal(expected, (await stage.FetchAsync("/0")).Status);
        Assert.Equal(expected == FetchStatus.Fetched ? 1 : 0, stage.Site.RequestsFor("/story").Count);
    }

    private static async Task TargetAsync(ScenarioStage stage, string start, string location, string target)
    {
        stage.Site.Redirect(start, location).On(target, 200, ScenarioStage.Story, ScenarioStage.Html);

        Assert.Equal(FetchStatus.Fetched, (await stage.FetchAsync(start)).Status);
        Assert.Single(stage.Site.RequestsFor(target));
    }

    private static async Task NowhereAsync(ScenarioStage stage)
    {
        stage.Site.On("/a", 302, "");

        FetchResult result = await stage.FetchAsync("/a");

        Assert.Equal(FetchStatus.Failed, result.Status);
        Assert.NotNull(result.Reason);
    }

    private static async Task InsecureAsync(ScenarioStage stage)
    {
        stage.TrustsAll = true;
        stage.Options = stage.Options with
        {
            SiteHeaders =
            [
                new SiteHeader("safe.example", "Authorization", "Bearer secret"),
                new SiteHeader(ScenarioStage.Host, "X-Key", "secret"),
            ],
        };
        FaultSite safe = stage.Network.Open("safe.example", isSecure: true);
        safe.Redirect("/a", "http://news.example/story", 301);

        FetchResult result = await stage.FetchAsync("https://safe.example/a");

        Assert.Equal(FetchStatus.Refused, result.Status);
        Assert.Equal("Bearer secret", safe.RequestsFor("/a")[0].Header("Authorization"));
        Assert.Empty(stage.Site.Requests);

        // Nor are they sent when the address itself is not secure.
        await stage.FetchAsync("/story");
        Assert.DoesNotContain(
            stage.Site.Requests, request => request.Head.Contains("secret", StringComparison.Ordinal));
    }

    private static async Task CrossHostAsync(ScenarioStage stage)
    {
        stage.TrustsAll = true;
        stage.Options = stage.Options with
        {
            SiteHeaders =
            [
                new("safe.example", "Authorization", "Bearer secret"), new("safe.example", "Cookie", "key=secret"),
                new("safe.example", "X-Api-Key", "secret"),
            ],
        };
        FaultSite safe = stage.Network.Open("safe.example", isSecure: true);
        FaultSite other = stage.Network.Open("other.example", isSecure: true);
        safe.Redirect("/a", "https://other.example/story");
        other.On("/story", 200, ScenarioStage.Story, ScenarioStage.Html);

        FetchResult result = await stage.FetchAsync("https://safe.example/a");

        Assert.Equal(FetchStatus.Fetched, result.Status);
        Assert.Contains("X-Api-Key: secret", safe.RequestsFor("/a")[0].Head, StringComparison.Ordinal);
        Assert.All(other.Requests, request => Assert.DoesNotContain("secret", request.Head, StringComparison.Ordinal));
    }

    private static async Task RobotsAsync(ScenarioStage stage)
    {
        FaultSite other = stage.Network.Open("other.example");
        other.On("/robots.txt", 200, "User-agent: *\nDisallow: /private").On(
            "/private", 200, ScenarioStage.Story, ScenarioStage.Html);
        stage.Site.Redirect("/a", "http://other.example/private");

        Assert.Equal(FetchStatus.DisallowedByRobots, (await stage.FetchAsync("/a")).Status);
        Assert.Empty(other.RequestsFor("/private"));
    }

    private static async Task CookieWallAsync(ScenarioStage stage)
    {
        stage.Site.On("/story", 302, "", "Location: /story?ok=1", "Set-Cookie: wall=1; Path=/").On(
            "/story?ok=1", 302, "", "Location: /story", "Set-Cookie: wall=2");

        FetchResult result = await stage.FetchAsync("/story");

        Assert.Equal(FetchStatus.Failed, result.Status);
        Assert.All(stage.Site.Requests, request => Assert.Null(request.Header("Cookie")));
        Assert.Equal(3, stage.Site.Requests.Count);
    }

    private static async Task MaintenanceAsync(ScenarioStage stage)
    {
        await stage.CheckAsync();
        stage.Site.Redirect("/story", "/maintenance").On(
            "/maintenance", 200, WallScenarios.Short("We will be back soon."), ScenarioStage.Html);

        CheckOutcome outcome = await stage.CheckAsync();

        Assert.Equal(CheckKind.Failed, outcome.Kind);
        Assert.Equal(1, await stage.VersionsAsync());
        Visit visit = await stage.VisitAsync();
        Assert.Equal((VisitState.Active, ScenarioStage.Url("/story")), (visit.State, visit.Url));
    }
}
