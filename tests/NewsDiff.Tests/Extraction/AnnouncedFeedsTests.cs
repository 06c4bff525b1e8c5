using NewsDiff.Extraction;

namespace NewsDiff.Tests.Extraction;

public sealed class AnnouncedFeedsTests
{
    [Fact]
    public void Announced_feeds_are_found_with_absolute_addresses()
    {
        const string html = """
            <link rel="alternate" type="application/rss+xml" href="/rss" title="All">
            <link rel="ALTERNATE" type="application/atom+xml; charset=utf-8" href="https://feeds.example.org/atom">
            <link rel="alternate" type="application/rss+xml" href="/rss">
            <link rel="alternate" type="text/html" hreflang="fr" href="/fr">
            <link rel="stylesheet" href="/style.css">
            <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
            """;

        Assert.Equal(
            [
                new Uri("https://example.org/rss"),
                new Uri("https://feeds.example.org/atom"),
            ],
            HtmlArticleExtractor.FindFeeds(
                new ExtractionRequest { Html = html, Url = new Uri("https://example.org/news/today") },
                TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("type='text/xml' href='/f'", "https://example.org/f")]
    [InlineData("type='application/x-rss+xml' href='/f'", "https://example.org/f")]
    [InlineData("type='application/rss&#43;xml' href=' feed://example.org/f '", "http://example.org/f")]
    [InlineData("type='application/rss+xml' href='feed:https://example.org/f'", "https://example.org/f")]
    [InlineData("type='application/json' href='/f'", null)]
    [InlineData("type='text/xml+oembed' href='/f'", null)]
    [InlineData("href='/f'", null)]
    public void A_feed_is_known_by_its_type(string attributes, string? address) => Assert.Equal(
        address,
        HtmlArticleExtractor.FindFeeds(
            new ExtractionRequest
            {
                Html = $"<link rel='alternate nofollow' {attributes}>",
                Url = new Uri("https://example.org/news/today"),
            },
            TestContext.Current.CancellationToken).SingleOrDefault()?.AbsoluteUri);

    [Theory]
    [InlineData("<base href='https://cdn.example.org/2026/'>", "https://cdn.example.org/2026/rss")]
    [InlineData("<base target=_top><base href='/press/'><base href='/other/'>", "https://example.org/press/rss")]
    [InlineData("<base href='data:text/plain,x'>", "https://example.org/news/rss")]
    [InlineData("<base href='http://['>", "https://example.org/news/rss")]
    public void Addresses_are_relative_to_what_the_page_says_they_are(string head, string expected)
    {
        string html =
            $"{head}<link rel=alternate type=application/rss+xml href=rss><link rel=canonical href=rss><meta "
            + "property=og:image content=rss>"
                + "<p>The mill by the river was sold to the town on Monday evening, the council said in a letter.</p>";
        var request = new ExtractionRequest { Html = html, Url = new Uri("https://example.org/news/today") };

        Article article = Pages.Extract(html, request.Url.AbsoluteUri).Article!;
        Uri feed = Assert.Single(HtmlArticleExtractor.FindFeeds(request, TestContext.Current.CancellationToken));

        Assert.Equal(
            [expected, expected, expected],
            [feed.AbsoluteUri, article.CanonicalUrl!.AbsoluteUri, article.LeadImageUrl!.AbsoluteUri]);
    }

    [Theory]
    [InlineData("https://www.evening-post.co.uk/mill", true)]
    [InlineData("https://other-post.co.uk/mill", false)]
    [InlineData("https://www.evening-post.co.uk/", false)]
    public void A_page_may_name_its_address_on_a_host_of_its_own_publisher_only(string canonical, bool isBelieved)
    {
        string html = $"<link rel=canonical href='{canonical}'>"
            + "<p>The mill by the river was sold to the town on Monday evening, the council said in a letter.</p>";

        Article article = Pages.Extract(html, "https://m.evening-post.co.uk/mill?from=home").Article!;

        Assert.Equal(isBelieved ? canonical : null, article.CanonicalUrl?.AbsoluteUri);
    }
}
