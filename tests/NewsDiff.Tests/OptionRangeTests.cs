using NewsDiff.Extraction;
using NewsDiff.Fetching;
using NewsDiff.Rendering;
using NewsDiff.Syndication;
using NewsDiff.TestSupport;
using NewsDiff.Tracking;

namespace NewsDiff.Tests;

/// <summary>Options out of range are refused when they are set, with their name, value and range.</summary>
public sealed class OptionRangeTests
{
    private static readonly OptionRanges Ranges = new(
        typeof(Article).Assembly,
        typeof(AdaptiveRevisitPolicy),
        typeof(AnsiDiffRenderer),
        typeof(UnifiedDiffRenderer));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Options => Ranges.Settings;

    [Theory]
    [MemberData(nameof(Options))]
    public Task A_value_is_either_worked_with_or_refused_by_its_name(string typeName, string propertyName) =>
        Ranges.TryAsync(typeName, propertyName, UseAsync);

    [Fact]
    public void A_value_below_zero_is_refused_wherever_none_makes_sense() =>
        Ranges.RefuseNegatives(except: nameof(TrackerOptions.JitterSeed));

    [Theory]
    [InlineData("a\r\nX-Injected: 1")]
    [InlineData("a\nb")]
    [InlineData("a\0")]
    public void A_header_of_several_lines_is_refused(string text)
    {
        Assert.ThrowsAny<ArgumentException>(() => new HttpArticleFetcher(new HttpFetchOptions { UserAgent = text }));
        Assert.ThrowsAny<ArgumentException>(() => new HttpFeedFetcher(new HttpFetchOptions { Contact = text }));
    }

    [Fact]
    public void A_query_for_fewer_than_no_results_is_refused()
    {
        Assert.Equal(0, new VersionQuery { Limit = 0 }.Limit);
        Assert.Equal(0, new ArticleQuery { Limit = 0 }.Limit);
        ArgumentOutOfRangeException refusal = Assert.Throws<ArgumentOutOfRangeException>(
            () => new VersionQuery { Limit = -1 });
        Assert.Equal("Limit", refusal.ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ArticleQuery { Limit = -1 });
    }

    [Fact]
    public void Arrays_that_were_never_made_are_empty()
    {
        var options = new HttpFetchOptions { SiteHeaders = default, AllowedPrivateHosts = default };

        Assert.Empty(options.SiteHeaders);
        Assert.Empty(options.AllowedPrivateHosts);
    }

    [Fact]
    public void No_text_of_options_shows_a_secret()
    {
        var header = new SiteHeader("example.org", "Authorization", "Bearer s3cret");
        var options = new HttpFetchOptions { SiteHeaders = [header] };

        Assert.Equal("example.org: Authorization", header.ToString());
        Assert.DoesNotContain("s3cret", options.ToString() + options.SiteHeaders[0], StringComparison.Ordinal);
    }

    /// <summary>Does what the options are for, once.</summary>
    private static async Task UseAsync(object options)
    {
        var old = new Article
        {
            Url = new Uri("https://news.example/a"),
            Title = "One",
            Paragraphs = ["A first text.", "It ends."],
        };
        Article changed = old with { Paragraphs = ["A second text.", "It ends."] };
        switch (options)
        {
            case HttpFetchOptions http:
                await FetchAsync(http with { AllowedPrivateHosts = [], RespectRobots = false });
                break;
            case ExtractionOptions extraction:
                new HtmlArticleExtractor(extraction).Extract(
                    new ExtractionRequest { Html = "<p>A text.", Url = old.Url }, Stop);
                break;
            case TrackerOptions tracker:
                await TrackAsync(tracker);
                break;
            case AdaptiveRevisitPolicy policy:
                Assert.True(
                    policy.NextInterval(
                        new RevisitFacts
                        {
                            SinceChange = TimeSpan.FromDays(3),
                            LastInterval = TimeSpan.FromHours(1),
                        }) is null or { Ticks: > 0 });
                Assert.True(
                    policy.NextInterval(
                        new RevisitFacts { SinceChange = TimeSpan.MaxValue, LastInterval = TimeSpan.Zero }) is null
                            or { Ticks: > 0 });
                break;
            case DiffOptions diff:
                Assert.True(ArticleDiff.Compute(old, changed, diff).HasChanges);
                break;
            case HtmlDiffOptions html:
                Assert.NotEmpty(new HtmlDiffRenderer(html).Render(ArticleDiff.Compute(old, changed)));
                break;
            case IDiffRenderer renderer:
                Assert.NotEmpty(renderer.Render(ArticleDiff.Compute(old, changed)));
                break;
            case ChangeFeedOptions:
                break;
            default:
                Assert.Fail($"{options.GetType().Name} is not tried here.");
                break;
        }
    }

    private static async Task FetchAsync(HttpFetchOptions options)
    {
        using var fetcher = new HttpArticleFetcher(options);
        FetchResult result = await fetcher.FetchAsync(FetchRequest.For(new Uri("http://127.0.0.1:8080/")), Stop);

        // The requests of other tests count too.
        bool isOverBudget = result.Status == FetchStatus.OverBudget
            && (options.MaxDailyRequests ?? options.MaxDailyRequestsPerSite) is not null;
        Assert.True(
            isOverBudget || result.Status is FetchStatus.Refused or FetchStatus.TimedOut, result.Reason);
    }

    private static async Task TrackAsync(TrackerOptions options)
    {
        using var fetcher = new HttpArticleFetcher();
        using var feeds = new HttpFeedFetcher();
        var store = new InMemoryVersionStore();
        await store.AddSubscriptionAsync(
            new Subscription { Url = new Uri("http://127.0.0.1:8080/feed"), AddedAt = DateTimeOffset.UtcNow }, Stop);
        await new ArticleTracker(
            fetcher,
            feeds,
            store,
            options with { Politeness = new SitePoliteness() }).CheckDueAsync(Stop).ToListAsync(Stop);
    }
}
