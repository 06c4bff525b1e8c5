using System.Net;
using Xunit;

namespace NewsDiff.TestSupport.Scenarios;

/// <summary>Ways out of the public web.</summary>
internal static class GuardScenarios
{
    private static readonly string[] Targets =
    [
        "file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1:6379/", "http://169.254.169.254/",
        "http://[::1]/",
        "http://localhost:5432/", "javascript:alert(1)", "//10.0.0.1/",
    ];

    public static IEnumerable<Scenario> All =>
    [
        .. Targets.Select(target => new Scenario(
            $"redir-ssrf-{target}", $"A redirect to {target} is refused before anything is connected to",
            stage => RefusesAsync(stage, target))),
        new(
            "dns-rebind",
            "A name that changes its address is checked each time, and what was checked is connected to",
            RebindsAsync),
        new("dns-mixed", "A name with one private address among public ones is refused", MixesAsync),
        new("hdr-inject", "Line breaks in an address or a validator never reach the request as such", InjectsAsync),
    ];

    private static async Task RefusesAsync(ScenarioStage stage, string target)
    {
        stage.Site.Redirect("/a", target);

        FetchResult result = await stage.FetchAsync("/a");

        Assert.Equal(FetchStatus.Refused, result.Status);
        string news = stage.Network.Connections[0];
        Assert.All(stage.Network.Connections, connection => Assert.Equal(news, connection));
    }

    private static async Task RebindsAsync(ScenarioStage stage)
    {
        IPAddress home = stage.Network.Place("rebind.example", stage.Site.Port);
        stage.Options = stage.Options with { RespectRobots = false };
        stage.Network.Rebind("rebind.example", [home], [IPAddress.Loopback]);

        FetchResult first = await stage.FetchAsync("http://rebind.example/story");
        FetchResult second = await stage.FetchAsync("http://rebind.example/story");

        Assert.Equal((FetchStatus.Fetched, FetchStatus.Refused), (first.Status, second.Status));
        Assert.Equal([$"{home}:80"], stage.Network.Connections);
    }

    private static async Task MixesAsync(ScenarioStage stage)
    {
        IPAddress home = stage.Network.Place("mixed.example", stage.Site.Port);
        stage.Network.Rebind("mixed.example", [home, IPAddress.Parse("10.0.0.1")]);

        Assert.Equal(FetchStatus.Refused, (await stage.FetchAsync("http://mixed.example/story")).Status);
        Assert.Empty(stage.Network.Connections);
    }

    private static async Task InjectsAsync(ScenarioStage stage)
    {
        await stage.FetchAsync("/a%0d%0aX-Injected:%201");
        await stage.FetchAsync("/b\r\nX-Injected: 1");
        await stage.FetchAsync(
            "/story", new FetchValidators { ETag = "\"a\"\r\nX-Injected: 1", LastModified = "now\nX-Injected: 1" });
        stage.Site.On("/c", 302, "", "Location: /d%0d%0aX-Injected:%201");
        await stage.FetchAsync("/c");

        Assert.NotEmpty(stage.Site.Requests);
        Assert.All(stage.Site.Requests, request => Assert.Null(request.Header("X-Injected")));
        Assert.All(
            stage.Site.Requests,
            request => Assert.DoesNotContain("\nX-Injected", request.Head, StringComparison.Ordinal));
    }
}
