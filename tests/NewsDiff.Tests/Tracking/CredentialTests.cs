using NewsDiff.Extraction;
using NewsDiff.Feeds;
using NewsDiff.Fetching;
using NewsDiff.Tests.Fetching;
using NewsDiff.Tracking;

namespace NewsDiff.Tests.Tracking;

/// <summary>
/// A user name or password in an address is refused from the host, and removed from strangers' addresses.
/// </summary>
public sealed class CredentialTests
{
    private static readonly Uri Secret = new("https://me:s3cret@news.example/feed");

    [Fact]
    public void A_host_is_told_that_they_are_refused()
    {
        var store = new InMemoryVersionStore();
        using var articles = new HttpArticleFetcher();
        using var feeds = new HttpFeedFetcher();
        var tracker = new ArticleTracker(articles, feeds, store);

        Exception[] refusals =
        [
            Assert.Throws<ArgumentException>(() => new Subscription { Url = Secret, AddedAt = default }),
            Assert.Throws<ArgumentException>(
                () => tracker.CheckFeedAsync(Secret, TestContext.Current.CancellationToken)),
            Assert.Throws<ArgumentException>(
                () => { _ = tracker.CheckArticleAsync(Secret, TestContext.Current.CancellationToken); }),
        ];

        Assert.All(
            refusals, refusal => Assert.Contains("user name or password", refusal.Message, StringComparison.Ordinal));
        Assert.All(refusals, refusal => Assert.DoesNotContain("s3cret", refusal.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_with_them_is_refused_and_nothing_is_sent()
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        var options = new HttpFetchOptions { AllowedPrivateHosts = ["127.0.0.1"], MinGap = TimeSpan.Zero };
        using var articles = new HttpArticleFetcher(options);
        using var feeds = new HttpFeedFetcher(options);
        Uri secret = new UriBuilder(site.BaseUrl) { UserName = "me", Password = "s3cret" }.Uri;

        FetchExplanation article = await articles.ExplainAsync(
            FetchRequest.For(secret), TestContext.Current.CancellationToken);
        FeedResult feed = await feeds.FetchAsync(FeedRequest.For(secret), TestContext.Current.CancellationToken);
        RobotsReport robots = await articles.CheckRobotsAsync(secret, TestContext.Current.CancellationToken);

        Assert.Equal(
            (FetchStatus.Refused, FetchStatus.Refused, false), (article.Result.Status, feed.Status, robots.IsAllowed));
        Assert.Empty(site.Requests);
        Assert.DoesNotContain(
            "s3cret", $"{article} {article.Result} {article.Hops[0]} {feed} {robots}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://me:s3cret@127.0.0.1:{port}/there")]
    [InlineData("//me:s3cret@127.0.0.1:{port}/there")]
    public async Task A_redirect_is_followed_without_them(string location)
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        site.MapRedirect("/here", location.Replace("{port}", $"{site.BaseUrl.Port}", StringComparison.Ordinal), 301)
            .MapText("/there", FetchingSite.Story);
        using var articles = new HttpArticleFetcher(
            new HttpFetchOptions { AllowedPrivateHosts = ["127.0.0.1"], MinGap = TimeSpan.Zero });

        FetchExplanation fetched = await articles.ExplainAsync(
            FetchRequest.For(site.Url("here")), TestContext.Current.CancellationToken);

        Assert.Equal((FetchStatus.Fetched, site.Url("there")), (fetched.Result.Status, fetched.Result.MovedTo));
        Assert.DoesNotContain(
            "s3cret", $"{fetched.Hops[0]} {fetched.Result.Url} {fetched.Result.Reason}", StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", fetched.Hops[0].Location, StringComparison.Ordinal);
        Assert.All(site.Requests, request => Assert.Null(request.Headers.GetValueOrDefault("Authorization")));
    }

    [Theory]
    [InlineData("https://me:s3cret@news example/")]
    [InlineData("ftp://me:s3cret@news.example/")]
    [InlineData("ftp://me:s3cret@news example/")]
    public async Task A_redirect_that_is_not_followed_is_told_without_them(string location)
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        site.MapRedirect("/here", location);
        using var articles = new HttpArticleFetcher(
            new HttpFetchOptions { AllowedPrivateHosts = ["127.0.0.1"], MinGap = TimeSpan.Zero });

        FetchExplanation fetched = await articles.ExplainAsync(
            FetchRequest.For(site.Url("here")), TestContext.Current.CancellationToken);

        Assert.NotEqual(FetchStatus.Fetched, fetched.Result.Status);
        Assert.DoesNotContain("s3cret", $"{fetched.Result} {fetched.Hops[^1]}", StringComparison.Ordinal);
    }

    [Fact]
    public void Links_of_feeds_lists_and_pages_lose_user_names_and_passwords()
    {
        Feed rss = FeedReader.Read(
            """
            <rss version="2.0"><channel><title>News</title><link>https://me:s3cret@news.example/</link>
            <item><title>One</title><link>https://me:s3cret@news.example/one</link></item>
            <item><title>Two</title><guid>https://me:s3cret@news.example/two</guid></item>
            <item xml:base="https://me:s3cret@news.example/"><title>Three</title><link>/three</link></item></channel></rss>
            """u8,
            new Uri("https://news.example/feed")).Feed!;
        Feed json = FeedReader.Read(
            """{"version":"https://jsonfeed.org/version/1.1","title":"News","items":[{"id":"1","url":"//me:s3cret@news.example/one"}]}"""u8,
            new Uri("https://news.example/feed")).Feed!;
        Article article = new HtmlArticleExtractor().Extract(new ExtractionRequest
        {
            Html = FetchingSite.Story.Replace(
                "</head>", "<link rel=\"canonical\" href=\"https://me:s3cret@news.example/ferry\"></head>",
                StringComparison.Ordinal),
            Url = new Uri("https://news.example/ferry?x=1"),
        }, TestContext.Current.CancellationToken).Article!;

        Assert.Equal(
            [
                "https://news.example/one", "https://news.example/two", "https://news.example/three",
                "https://news.example/one",
            ],
            rss.Entries.Concat(json.Entries).Select(entry => entry.Link?.AbsoluteUri));
        Assert.Equal("https://news.example/two", rss.Entries[1].Id);
        Assert.Equal("https://news.example/", rss.Link!.AbsoluteUri);
        Assert.Equal("https://news.example/ferry", article.CanonicalUrl?.AbsoluteUri);
    }

    [Fact]
    public void Addresses_from_strangers_are_registered_without_passwords()
    {
        var registration = new ArticleRegistration { Keys = ["key"], Url = Secret, FeedUrl = Secret, SeenAt = default };
        var visit = new Visit { Kind = VisitKind.Article, Target = "id", Url = Secret };

        Assert.All(
            new[] { registration.Url, registration.FeedUrl!, visit.Url },
            url => Assert.Equal("https://news.example/feed", url.OriginalString));
    }
}
