using NewsDiff.Extraction;
using NewsDiff.Feeds;
using NewsDiff.Fetching;
using NewsDiff.Identity;
using NewsDiff.Syndication;
using NewsDiff.Tracking;

namespace NewsDiff.Tests;

/// <summary>A relative address is refused with the parameter's name, or becomes an outcome.</summary>
public sealed class RelativeAddressTests
{
    private static readonly Uri Relative = new("story", UriKind.Relative);
    private static readonly Uri Absolute = new("https://news.example/");

    public static TheoryData<string, string, Action> Refusals =>
    [
        ("FeedReader.Read", "baseUrl", () => FeedReader.Read([], Relative)),
        ("SitemapReader", "url", () => _ = new SitemapReader(Stream.Null, Relative)),
        ("SiteRules.Find", "url", () => SiteRules.None.Find(Relative)),
        ("ArticleKeys.Compute", "url", () => ArticleKeys.Compute(Relative)),
        ("ArticleKeys.Compute with an id", "url", () => ArticleKeys.Compute(Relative, "id", Absolute)),
        ("ArticleKeys.Compute of a feed", "feedUrl", () => ArticleKeys.Compute(Absolute, "id", Relative)),
        ("UrlCanonicalizer.Explain", "url", () => UrlCanonicalizer.Explain(Relative)),
        ("PageClaims.Find", "requested", () => PageClaims.Find(
            Relative, new FetchResult { Status = FetchStatus.Failed, Url = Absolute })),
        ("RemoveSubscriptionAsync", "url", () => new InMemoryVersionStore().RemoveSubscriptionAsync(Relative)
            .AsTask()
            .GetAwaiter()
            .GetResult()),
        ("Subscription", "Url", () => _ = new Subscription { Url = Relative, AddedAt = default }),
        ("ArticleRegistration", "Url", () => _ = new ArticleRegistration
        {
            Keys = ["a"],
            Url = Relative,
            SeenAt = default,
        }),
        ("ArticleRegistration of a feed", "FeedUrl", () => _ = new ArticleRegistration
        {
            Keys = ["a"],
            Url = Absolute,
            SeenAt = default,
            FeedUrl = Relative,
        }),
        ("ArticleQuery", "FeedUrl", () => _ = new ArticleQuery { FeedUrl = Relative }),
        ("Visit", "Url", () => _ = new Visit { Kind = VisitKind.Article, Target = "a", Url = Relative }),
        ("ExtractionRequest", "Url", () => _ = new ExtractionRequest { Html = "", Url = Relative }),
        ("ChangeFeedOptions", "SelfUrl", () => _ = new ChangeFeedOptions { SelfUrl = Relative }),
    ];

    [Theory]
    [MemberData(nameof(Refusals), DisableDiscoveryEnumeration = true)]
    public void A_relative_address_is_refused_by_the_name_of_what_took_it(string what, string parameter, Action take)
    {
        Exception? refusal = Record.Exception(take);

        var fault = Assert.IsType<ArgumentException>(refusal);
        Assert.True(fault.ParamName == parameter, $"{what} names '{fault.ParamName}'.");
    }

    [Fact]
    public async Task Fetching_a_relative_address_returns_a_failure()
    {
        using var articles = new HttpArticleFetcher();
        using var feeds = new HttpFeedFetcher();
        using var finder = new FeedFinder();
        CancellationToken stop = TestContext.Current.CancellationToken;

        Assert.Equal(FetchStatus.Refused, (await articles.FetchAsync(FetchRequest.For(Relative), stop)).Status);
        Assert.Equal(FetchStatus.Refused, (await feeds.FetchAsync(FeedRequest.For(Relative), stop)).Status);
        Assert.Empty((await finder.FindAsync(Relative, stop)).Feeds);
        Assert.False((await articles.CheckRobotsAsync(Relative, stop)).IsAllowed);
        Assert.False(ArchiveAddress.TryParse(Relative, out _));
        Assert.Equal(Relative, UrlCanonicalizer.Canonicalize(Relative));
        new SitePoliteness().Remember(Relative, DateTimeOffset.UtcNow);
    }
}
