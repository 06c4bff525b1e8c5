using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using NewsDiff.Fetching;
using NewsDiff.Sqlite;
using NewsDiff.TestSupport;

namespace NewsDiff.Hosting.Tests;

public sealed class NamedTrackerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_trackers_of_one_host_have_stores_fetchers_handlers_and_settings_of_their_own()
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        var heard = new Dictionary<string, Listener> { ["north"] = new(), ["south"] = new() };
        (string Key, string? Value)[] settings = [.. heard.Keys.SelectMany<string, (string, string?)>(name =>
        [
            ($"NewsDiff:Trackers:{name}:Feeds:0", site.Url($"/{name}/feed").AbsoluteUri),
            ($"NewsDiff:Trackers:{name}:Interval", "00:00:01"),
            ($"NewsDiff:Trackers:{name}:Fetch:UserAgent", $"{name}/1.0"),
            ($"NewsDiff:Trackers:{name}:Fetch:MinGap", "00:00:00"),
            ($"NewsDiff:Trackers:{name}:Fetch:AllowedPrivateHosts:0", site.BaseUrl.Authority),
            ($"NewsDiff:Trackers:{name}:Tracker:ArticlePolicy:Interval", "00:00:01"),
        ])];
        foreach (string name in heard.Keys)
        {
            Publish(site, name, "Three");
        }

        using IHost host = ConfiguredHost.Build(ConfiguredHost.Configuration(settings), services =>
        {
            foreach ((string name, Listener listener) in heard)
            {
                services.AddNewsDiff(name).AddSqliteVersionStore(":memory:", name: name)
                    .AddKeyedSingleton<IArticleChangeHandler>(name, listener);
            }
        });
        await host.StartAsync(Token);
        foreach ((string name, Listener listener) in heard)
        {
            IVersionStore store = host.Services.GetRequiredKeyedService<ArticleTracker>(name).Store;
            await Patience.UntilAsync(
                async () => await store.ReadVersionsAsync(new VersionQuery(), Token).AnyAsync(Token), Token);

            Publish(site, name, "Four");
            ArticleChange change = await listener.Changes.Reader.ReadAsync(Token).AsTask()
                .WaitAsync(Patience.Limit, Token);

            Assert.Equal(site.Url($"/{name}/story"), change.After.Article.Url);
            Assert.All(await store.ReadVersionsAsync(new VersionQuery(), Token).ToListAsync(Token), version =>
                Assert.Equal(site.Url($"/{name}/story"), version.Article.Url));
            Assert.All(
                site.RequestsFor($"/{name}/story"),
                request => Assert.Equal($"{name}/1.0", request.Headers["User-Agent"]));
        }

        await host.StopAsync(Token);
    }

    [Fact]
    public async Task Each_tracker_has_a_health_check_and_a_tracker_without_a_name_stays_apart()
    {
        var clock = new ManualTimeProvider();
        using ServiceProvider provider = new ServiceCollection()
            .AddSingleton<TimeProvider>(clock)
            .AddNewsDiff()
            .AddNewsDiff("a", options => options.UnhealthyAfter = 3)
            .AddNewsDiff("a", options => options.Contact = "me")
            .BuildServiceProvider();
        TrackerHealthCheck own = provider.GetRequiredService<TrackerHealthCheck>();
        TrackerHealthCheck named = provider.GetRequiredKeyedService<TrackerHealthCheck>("a");
        clock.Advance(TimeSpan.FromMinutes(4));

        Assert.Equal(HealthStatus.Healthy, await StatusAsync(own));
        Assert.Equal(HealthStatus.Unhealthy, await StatusAsync(named));
        Assert.NotSame(
            provider.GetRequiredService<ArticleTracker>(), provider.GetRequiredKeyedService<ArticleTracker>("a"));
        Assert.Equal(2, provider.GetServices<IHostedService>().Count());
        Assert.Equal("me", provider.GetRequiredKeyedService<HttpFetchOptions>("a").Contact);
        Assert.Null(provider.GetRequiredService<HttpFetchOptions>().Contact);
    }

    [Fact]
    public async Task Settings_of_a_tracker_without_a_name_are_refused_when_all_have_names()
    {
        Exception refusal = await ConfiguredHost.RefusalAsync(
            ConfiguredHost.Configuration(
                ("NewsDiff:Interval", "00:05:00"), ("NewsDiff:Trackers:a:Interval", "00:05:00")),
            services => services.AddNewsDiff("a"));

        Assert.Contains(
            "NewsDiff:Interval belongs to the tracker without a name", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<HealthStatus> StatusAsync(TrackerHealthCheck check)
    {
        var context = new HealthCheckContext
        {
            Registration = new HealthCheckRegistration("newsdiff", check, HealthStatus.Unhealthy, tags: null),
        };
        return (await check.CheckHealthAsync(context, Token)).Status;
    }

    private static void Publish(LoopbackSite site, string name, string missing) => site
        .MapText(
            $"/{name}/feed",
            $"""
             <rss version="2.0"><channel><title>News</title>
             <item><title>Flood</title><link>{site.Url($"/{name}/story")}</link></item></channel></rss>
             """,
            "application/rss+xml")
        .MapText($"/{name}/story", FollowedSite.Story(missing));

    private sealed class Listener : IArticleChangeHandler
    {
        public Channel<ArticleChange> Changes { get; } = Channel.CreateUnbounded<ArticleChange>();

        public ValueTask HandleAsync(ArticleChange change, CancellationToken cancellationToken) =>
            Changes.Writer.WriteAsync(change, cancellationToken);
    }
}
