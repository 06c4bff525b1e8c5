using NewsDiff.Identity;

namespace NewsDiff.Tests.Identity;

public sealed class UrlExplanationTests
{
    [Fact]
    public void No_decision_shows_a_password()
    {
        var url = new Uri("https://web.archive.org/web/2020/https://me:s3cret@example.org/story");

        Assert.Equal("https://example.org/story", UrlCanonicalizer.Canonicalize(url).AbsoluteUri);
        Assert.All(
            UrlCanonicalizer.Explain(url),
            decision => Assert.DoesNotContain("s3cret", decision, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_decision_is_explained()
    {
        var url = new Uri("http://me@Example.org:80/story?id=7&utm_source=rss#top");

        Assert.Equal("http://example.org/story?id=7", UrlCanonicalizer.Canonicalize(url).AbsoluteUri);
        Assert.Equal("url:https://example.org/story?id=7", ArticleKeys.Compute(url)[0]);
        Assert.Collection(
            UrlCanonicalizer.Explain(url),
            decision => Assert.Contains("user name", decision, StringComparison.Ordinal),
            decision => Assert.Contains("port", decision, StringComparison.Ordinal),
            decision => Assert.Contains("'id=7' stays", decision, StringComparison.Ordinal),
            decision => Assert.Contains("'utm_source=rss' is left out", decision, StringComparison.Ordinal),
            decision => Assert.Contains("'#top' is left out", decision, StringComparison.Ordinal));
    }

    [Fact]
    public void A_rule_about_a_host_is_explained()
    {
        var url = new Uri("https://www.bbc.co.uk/go/rss/int/news/-/news/world-1");

        Assert.Contains(
            "rule about 'www.bbc.co.uk'", Assert.Single(UrlCanonicalizer.Explain(url)), StringComparison.Ordinal);
        Assert.Equal("https://www.bbc.co.uk/news/world-1", UrlCanonicalizer.Canonicalize(url).AbsoluteUri);
    }

    [Fact]
    public void What_a_page_says_of_its_address_is_shown_with_what_is_believed()
    {
        var url = new Uri("https://news.example/story/amp");
        var page = new FetchResult
        {
            Status = FetchStatus.Fetched,
            Url = url,
            Article = new Article { Url = url, Title = "Flood", CanonicalUrl = new Uri("https://news.example/story") },
        };

        Assert.Equal(
            "The canonical address is another form of the same address. https://news.example/story: believed.",
            Assert.Single(UrlCanonicalizer.ExplainClaims(url, page)));
        Assert.Empty(UrlCanonicalizer.ExplainClaims(url, page with { Article = null }));
    }
}
