using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NewsDiff.Fetching;
using NewsDiff.Tracking;

namespace NewsDiff.Hosting.Tests;

public sealed class RegistrationTests
{
    [Fact]
    public void A_store_is_used_whether_it_is_registered_before_or_after()
    {
        var store = new InMemoryVersionStore();
        using ServiceProvider before =
            new ServiceCollection().AddSingleton<IVersionStore>(store).AddNewsDiff().BuildServiceProvider();
        using ServiceProvider after =
            new ServiceCollection().AddNewsDiff().AddSingleton<IVersionStore>(store).BuildServiceProvider();

        foreach (ServiceProvider provider in (ServiceProvider[])[before, after])
        {
            ArticleTracker tracker = provider.GetRequiredService<ArticleTracker>();
            Assert.Same(store, tracker.Store);
            Assert.Same(store, tracker.Visits);
        }
    }

    [Fact]
    public void Places_for_articles_visits_and_feeds_may_be_registered_one_by_one()
    {
        var visits = new InMemoryVersionStore();
        using ServiceProvider provider =
            new ServiceCollection().AddNewsDiff().AddSingleton<IVisitStore>(visits).BuildServiceProvider();

        Assert.Same(visits, provider.GetRequiredService<ArticleTracker>().Visits);
        Assert.NotSame(visits, provider.GetRequiredService<ArticleTracker>().Catalog);
    }

    [Fact]
    public void Options_come_from_the_configuration_and_code_wins()
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["NewsDiff:Feeds:0"] = "https://example.org/feed",
            ["NewsDiff:Interval"] = "00:05:00",
            ["NewsDiff:MaxConcurrency"] = "9",
            ["NewsDiff:Contact"] = "https://example.org/bot",
        }).Build();
        using ServiceProvider provider = new ServiceCollection()
            .AddSingleton(configuration)
            .AddNewsDiff(options => options.MaxConcurrency = 2)
            .BuildServiceProvider();

        NewsDiffHostOptions options = provider.GetRequiredService<IOptions<NewsDiffHostOptions>>().Value;

        Assert.Equal([new Uri("https://example.org/feed")], options.Feeds);
        Assert.Equal((TimeSpan.FromMinutes(5), 2), (options.Interval, options.MaxConcurrency));
        Assert.Equal("https://example.org/bot", provider.GetRequiredService<HttpFetchOptions>().Contact);
    }

    [Fact]
    public async Task Wrong_options_stop_the_host_from_starting_and_are_named_all_at_once()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddNewsDiff(options =>
        {
            options.Interval = TimeSpan.Zero;
            options.MaxConcurrency = 0;
            options.UnhealthyAfter = 0;
            options.Feeds.Add(null!);
            options.Feeds.Add(new Uri("ftp://example.org/feed"));
            options.Feeds.Add(new Uri("/feed", UriKind.Relative));
            options.Feeds.Add(new Uri("https://me:s3cret@example.org/feed"));
        });
        using IHost host = builder.Build();

        OptionsValidationException thrown = await Assert.ThrowsAsync<OptionsValidationException>(
            () => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Equal(7, thrown.Failures.Count());
        Assert.DoesNotContain("s3cret", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("ftp://example.org/feed", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tracker_is_unhealthy_after_intervals_without_a_sign_of_life()
    {
        var clock = new ManualTimeProvider();
        using ServiceProvider provider = new ServiceCollection()
            .AddSingleton<TimeProvider>(clock)
            .AddNewsDiff(options => options.UnhealthyAfter = 3)
            .BuildServiceProvider();
        TrackerHealthCheck check = provider.GetRequiredService<TrackerHealthCheck>();
        var registration = new HealthCheckRegistration("newsdiff", check, HealthStatus.Unhealthy, tags: null);
        List<HealthStatus> seen = [];
        foreach (int minutes in (int[])[0, 3, 1])
        {
            clock.Advance(TimeSpan.FromMinutes(minutes));
            var context = new HealthCheckContext { Registration = registration };
            seen.Add((await check.CheckHealthAsync(context, TestContext.Current.CancellationToken)).Status);
        }

        Assert.Equal([HealthStatus.Healthy, HealthStatus.Healthy, HealthStatus.Unhealthy], seen);
    }
}
