using System.Text;
using NewsDiff.Fetching;
using NewsDiff.TestSupport;

namespace NewsDiff.Tests.Fetching;

/// <summary>What a host gets with the library's own client, by the rules of the site.</summary>
public sealed class PoliteClientTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_host_gets_the_bytes_of_any_address()
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        site.MapText("/data.json", "[1]", "application/json");
        using PoliteClient client = Open(site);

        PoliteResponse response = await client.GetAsync(site.Url("/data.json"), "application/json", Stop);

        Assert.Equal(
            (FetchStatus.Fetched, 200, "[1]"),
            (response.Status, response.HttpStatusCode, Encoding.UTF8.GetString(response.Body.Span)));
        Assert.Equal(
            "application/json", site.Requests.Single(request => request.Path == "/data.json").Headers["Accept"]);
    }

    [Fact]
    public async Task An_address_that_robots_txt_forbids_is_not_requested()
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        site.MapText("/robots.txt", "User-agent: *\nDisallow: /data", "text/plain").MapText(
            "/data.json", "[1]", "application/json");
        using PoliteClient client = Open(site);

        PoliteResponse response = await client.GetAsync(site.Url("/data.json"), cancellationToken: Stop);

        Assert.Equal(FetchStatus.DisallowedByRobots, response.Status);
        Assert.NotNull(response.Reason);
        Assert.Equal(["/robots.txt"], site.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task A_private_address_is_refused()
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        using var client = new PoliteClient(politeness: new HostPoliteness());

        PoliteResponse response = await client.GetAsync(site.Url("/data.json"), cancellationToken: Stop);

        Assert.Equal(FetchStatus.Refused, response.Status);
        Assert.Empty(site.Requests);
    }

    [Fact]
    public async Task A_forgotten_robots_txt_is_requested_again()
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        site.MapText("/data.json", "[1]", "application/json");
        var politeness = new HostPoliteness();
        using PoliteClient client = Open(site, politeness);
        await client.GetAsync(site.Url("/data.json"), cancellationToken: Stop);
        await client.GetAsync(site.Url("/data.json"), cancellationToken: Stop);
        int before = site.Requests.Count(request => request.Path == "/robots.txt");

        politeness.ForgetRobots();
        await client.GetAsync(site.Url("/data.json"), cancellationToken: Stop);

        Assert.Equal((1, 2), (before, site.Requests.Count(request => request.Path == "/robots.txt")));
    }

    private static PoliteClient Open(LoopbackSite site, HostPoliteness? politeness = null) => new(
        new HttpFetchOptions { AllowedPrivateHosts = [site.BaseUrl.Authority], MinGap = TimeSpan.Zero },
        politeness ?? new HostPoliteness());
}
