using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsDiff.Fetching;

namespace NewsDiff.Hosting.Tests;

/// <summary>Options that a host registers itself, beside those of the configuration.</summary>
public sealed class OwnOptionsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, null, "configured")]
    [InlineData("own", null, "own")]
    [InlineData(null, "Reader/1.0", "Reader/1.0")]
    public async Task The_configured_contact_is_sent_unless_the_host_s_own_options_have_one(
        string? contact, string? userAgent, string sent)
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        var own = new HttpFetchOptions
        {
            Contact = contact,
            UserAgent = userAgent,
            AllowedPrivateHosts = [site.BaseUrl.Authority],
            MinGap = TimeSpan.Zero,
        };
        await using ServiceProvider provider = new ServiceCollection()
            .AddSingleton(ConfiguredHost.Configuration(("NewsDiff:Contact", "configured")))
            .AddSingleton(own)
            .AddNewsDiff()
            .BuildServiceProvider();

        await provider.GetRequiredService<IArticleFetcher>().FetchAsync(
            new FetchRequest { Url = site.Url("/story") }, Token);

        Assert.Contains(
            sent, Assert.Single(site.RequestsFor("/story")).Headers["User-Agent"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_section_Fetch_reaches_the_requests()
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        await using ServiceProvider provider = new ServiceCollection()
            .AddSingleton(ConfiguredHost.Configuration(
                ("NewsDiff:Fetch:UserAgent", "Reader/2.0"),
                ("NewsDiff:Fetch:AllowedPrivateHosts:0", site.BaseUrl.Authority)))
            .AddNewsDiff(options => options.Fetch = options.Fetch with { RespectRobots = false })
            .BuildServiceProvider();

        await provider.GetRequiredService<IArticleFetcher>().FetchAsync(
            new FetchRequest { Url = site.Url("/story") }, Token);

        Assert.Equal("Reader/2.0", Assert.Single(site.Requests).Headers["User-Agent"]);
    }

    [Theory]
    [InlineData("NewsDiff:Fetch:MinGap", "00:00:05", "HttpFetchOptions")]
    [InlineData("NewsDiff:Tracker:Lease", "00:05:00", "TrackerOptions")]
    public async Task Settings_that_own_options_would_drop_are_refused(string key, string value, string type)
    {
        IConfiguration configuration = ConfiguredHost.Configuration((key, value));

        Exception refusal = await ConfiguredHost.RefusalAsync(configuration, services => services
            .AddNewsDiff().AddSingleton(new HttpFetchOptions()).AddSingleton(new TrackerOptions()));

        Assert.Contains(type, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(key[..key.LastIndexOf(':')], refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Own_options_for_the_tracker_are_taken_whole()
    {
        var policy = new Tracking.FixedRevisitPolicy(TimeSpan.FromHours(1));
        using ServiceProvider provider = new ServiceCollection()
            .AddSingleton(new TrackerOptions { ArticlePolicy = policy })
            .AddNewsDiff(options => options.MaxConcurrency = 2)
            .BuildServiceProvider();

        TrackerOptions used = EffectiveOptions.Tracker(new TrackerServices(provider, name: null));

        Assert.Equal((policy, 2), (used.ArticlePolicy, used.MaxConcurrency));
    }
}
