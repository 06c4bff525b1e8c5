using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NewsDiff.Fetching;
using NewsDiff.Sqlite;
using NewsDiff.Tracking;

namespace NewsDiff.Hosting.Tests;

public sealed class SettingsTests
{
    /// <summary>Those of the tracker's options that are services: a file cannot hold them.</summary>
    // Services, and the feeds, which the setting Feeds of the host names.
    private static readonly string[] Services =
        ["Politeness", "Catalog", "Visits", "Subscriptions", "ReadAgain", "NamedFeeds"];

    [Fact]
    public void The_tracker_knows_the_feeds_that_settings_and_code_name()
    {
        using ServiceProvider provider = new ServiceCollection()
            .AddSingleton(ConfiguredHost.Configuration(("NewsDiff:Feeds:0", "https://example.org/settings")))
            .AddNewsDiff(options => options.Feeds.Add(new Uri("https://example.org/code")))
            .BuildServiceProvider();

        Assert.Equal(
            ["https://example.org/code", "https://example.org/settings"],
            provider.GetRequiredService<ArticleTracker>().Options.NamedFeeds.Select(feed => feed.AbsoluteUri).Order());
    }

    [Fact]
    public void The_README_s_settings_bind()
    {
        NewsDiffHostOptions options = ConfiguredHost.Read(ReadmeSettings.Load());

        Assert.Equal([new Uri("https://example.org/feed")], options.Feeds);
        Assert.Equal((TimeSpan.FromSeconds(30), "https://example.org/bot"), (options.Interval, options.Contact));
        Assert.Equal(TimeSpan.FromSeconds(5), options.Fetch.MinGap);
        Assert.Equal(["news.local:8080"], options.Fetch.AllowedPrivateHosts);
        Assert.Equal([new SiteHeader("example.org", "Authorization", "Bearer …")], options.Fetch.SiteHeaders);
        Assert.Equal((8, TimeSpan.FromMinutes(20)), (options.MaxConcurrency, options.Tracker.Lease));
        AdaptiveRevisitPolicy articles = Assert.IsType<AdaptiveRevisitPolicy>(options.Tracker.ArticlePolicy);
        Assert.Equal((TimeSpan.FromMinutes(10), 1.5), (articles.First, articles.Growth));
        Assert.Equal(TimeSpan.FromMinutes(15), options.Tracker.FeedPolicy.NextInterval(default));
        Assert.True(options.Tracker.Diff!.IgnoreTypography);
    }

    [Fact]
    public void A_policy_with_values_of_its_own_learns_only_when_it_says_so()
    {
        Assert.Same(AdaptiveRevisitPolicy.ForArticles, PolicyOf(("Interval", "00:01:00")));

        AdaptiveRevisitPolicy plain = PolicyOf(("Tracker:ArticlePolicy:First", "00:10:00"));
        Assert.Equal(
            (TimeSpan.FromMinutes(10), 1.2, true, null, false),
            (plain.First, plain.Growth, plain.StopsPastMaxInterval, plain.StopAfter, plain.Learns));

        AdaptiveRevisitPolicy learning = PolicyOf(
            ("Tracker:ArticlePolicy:First", "00:10:00"), ("Tracker:ArticlePolicy:Learns", "true"),
            ("Tracker:ArticlePolicy:StopAfter", "30.00:00:00"));
        Assert.Equal(
            (TimeSpan.FromMinutes(10), 1.15, false, TimeSpan.FromDays(30), true),
            (learning.First, learning.Growth, learning.StopsPastMaxInterval, learning.StopAfter, learning.Learns));

        static AdaptiveRevisitPolicy PolicyOf(params (string Key, string? Value)[] settings) =>
            Assert.IsType<AdaptiveRevisitPolicy>(ConfiguredHost.Read(ConfiguredHost.Configuration(
                [.. settings.Select(setting => ($"NewsDiff:{setting.Key}", setting.Value))])).Tracker.ArticlePolicy);
    }

    [Fact]
    public async Task A_host_with_the_README_s_settings_starts_with_the_store_that_they_name()
    {
        // The feed is one that the guard refuses: the host starts without asking anybody.
        IConfiguration configuration = new ConfigurationBuilder()
            .AddConfiguration(ReadmeSettings.Load())
            .AddConfiguration(ConfiguredHost.Configuration(
                ("NewsDiff:Store:Path", ":memory:"), ("NewsDiff:Feeds:0", "http://127.0.0.1/feed")))
            .Build();
        using IHost host = ConfiguredHost.Build(
            configuration, services => services.AddNewsDiff().AddConfiguredSqliteVersionStore());

        await host.StartAsync(TestContext.Current.CancellationToken);

        Assert.IsType<SqliteVersionStore>(host.Services.GetRequiredService<ArticleTracker>().Visits);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("NewsDiff:Store:Durability", "Sometimes", "Full or Normal")]
    [InlineData("NewsDiff:Store:BusyTimeout", "-00:00:01", "BusyTimeout is -00:00:01")]
    [InlineData("NewsDiff:Store:File", "news.db", "Path, Durability, BusyTimeout, Search")]
    [InlineData("NewsDiff:Store:Path", "", "names the file")]
    public async Task A_setting_of_the_store_that_cannot_be_used_stops_the_host(
        string key,
        string value,
        string allowed)
    {
        (string, string?)[] settings = [("NewsDiff:Store:Path", key.EndsWith("Path", StringComparison.Ordinal)
            ? value
            : ":memory:")];

        Exception refusal = await ConfiguredHost.RefusalAsync(
            ConfiguredHost.Configuration([.. settings.Append((key, value)).Distinct()]),
            services => services.AddNewsDiff().AddConfiguredSqliteVersionStore());

        Assert.Contains(key, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(allowed, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_option_of_fetching_and_tracking_has_a_setting_of_its_name()
    {
        Assert.Equal(Names<HttpFetchOptions>([]), KnownKeys("NewsDiff:Fetch"));
        Assert.Equal(Names<TrackerOptions>(Services), KnownKeys("NewsDiff:Tracker"));
        Assert.Equal(Names<DiffOptions>([]), KnownKeys("NewsDiff:Tracker:Diff"));
        Assert.Equal(Names<AdaptiveRevisitPolicy>([]), KnownKeys("NewsDiff:Tracker:ArticlePolicy"));
        Assert.Equal(
            Names<NewsDiffHostOptions>([]).Concat(["Notifications", "Store", "Trackers"]).Order(StringComparer.Ordinal),
            KnownKeys("NewsDiff"));
    }

    [Theory]
    [InlineData("NewsDiff:Intervall", "00:05:00", "Interval")]
    [InlineData("NewsDiff:Notifications:ComparisonPattern", "x", "AddNewsDiffNotifications")]
    [InlineData("NewsDiff:Fetch:MinimunGap", "00:00:05", "MinGap")]
    [InlineData("NewsDiff:Fetch:SiteHeaders:0:Nmae", "Accept", "Name")]
    [InlineData("NewsDiff:Tracker:FeedPolicy:Frist", "00:05:00", "First")]
    [InlineData("NewsDiff:Tracker:Visits", "sqlite", "Lease")]
    [InlineData("NewsDiff:Fetch:MinGap", "five seconds", "00:30:00")]
    [InlineData("NewsDiff:Interval", "30", "00:30:00")]
    [InlineData("NewsDiff:Fetch:MinGap", "-00:00:01", "MinGap")]
    [InlineData("NewsDiff:Fetch:MaxRedirects", "many", "a whole number")]
    [InlineData("NewsDiff:Fetch:RespectRobots", "no", "true or false")]
    [InlineData("NewsDiff:Fetch:AllowedPrivateHosts", "news.local", "a list")]
    [InlineData("NewsDiff:Fetch:AllowedPrivateHosts:0", "not a host", "be a host such as")]
    [InlineData("NewsDiff:Fetch", "polite", "a section")]
    [InlineData("NewsDiff:Feeds", "https://example.org/feed", "a list")]
    [InlineData("NewsDiff:Feeds:0:Url", "https://example.org/feed", "a text")]
    [InlineData("NewsDiff:Tracker:ArticlePolicy:Growth", "0.5", "from 1 to 100")]
    [InlineData("NewsDiff:Tracker:FeedPolicy:Interval", "00:00:00", "Interval")]
    [InlineData("NewsDiff:MaxConcurrency", "1000", "Use 1 to 256.")]
    [InlineData("NewsDiff:Store:Path", "news.db", "not read by any store")]
    [InlineData("NewsDiff:Trackers:sprots:Interval", "00:05:00", "AddNewsDiff(\"sprots\")")]
    public async Task A_setting_that_cannot_be_used_stops_the_host_and_is_named(
        string key,
        string value,
        string allowed)
    {
        Exception refusal = await ConfiguredHost.RefusalAsync(
            ConfiguredHost.Configuration((key, value)), services => services.AddNewsDiff());

        Assert.IsType<OptionsValidationException>(refusal);
        string place = key["NewsDiff:".Length..].Split(':')[0];
        Assert.Contains(place, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(allowed, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_faults_are_reported_at_once_and_no_secret_is()
    {
        Exception refusal = await ConfiguredHost.RefusalAsync(
            ConfiguredHost.Configuration(
                ("NewsDiff:Fetch:SiteHeaders:0:Value", "s3cret"),
                ("NewsDiff:Fetch:SiteHeaders:0:Host", "example.org"),
                ("NewsDiff:Fetch:SiteHeaders:Password", "s3cret"),
                ("NewsDiff:Feeds:0", "https://me:s3cret@example.org/feed"),
                ("NewsDiff:Typo", "s3cret")),
            services => services.AddNewsDiff());

        Assert.Equal(4, Assert.IsType<OptionsValidationException>(refusal).Failures.Count());
        Assert.DoesNotContain("s3cret", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_are_read_in_any_case_and_null_or_empty_sets_nothing()
    {
        NewsDiffHostOptions options = ConfiguredHost.Read(ConfiguredHost.Configuration(
            ("newsdiff:fetch:mingap", "00:00:07"), ("NewsDiff:Contact", null), ("NewsDiff:Feeds", "")));

        Assert.Equal((TimeSpan.FromSeconds(7), null), (options.Fetch.MinGap, options.Contact));
        Assert.Empty(options.Feeds);
    }

    [Fact]
    public async Task One_setting_in_two_places_is_refused()
    {
        Exception refusal = await ConfiguredHost.RefusalAsync(
            ConfiguredHost.Configuration(("NewsDiff:Contact", "a"), ("NewsDiff:Fetch:Contact", "b")),
            services => services.AddNewsDiff());

        Assert.Contains("NewsDiff:Contact is set twice", refusal.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Names<T>(string[] except) => typeof(T)
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Select(property => property.Name).Except(except).Order(StringComparer.Ordinal);

    /// <summary>The keys that a section knows, read from its message about an unknown one.</summary>
    private static IEnumerable<string> KnownKeys(string section)
    {
        string fault = Assert.Single(Assert.Throws<OptionsValidationException>(
            () => ConfiguredHost.Read(ConfiguredHost.Configuration(($"{section}:?", "x")))).Failures);
        return fault[(fault.IndexOf("are: ", StringComparison.Ordinal) + 5)..].TrimEnd('.')
            .Split(", ")
            .Order(StringComparer.Ordinal);
    }
}
