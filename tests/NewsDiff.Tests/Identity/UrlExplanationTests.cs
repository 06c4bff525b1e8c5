using NewsDiff.Identity;

namespace NewsDiff.Tests.Identity;

public sealed class UrlExplanationTests
{
    [Fact]
    public void No_decision_shows_a_password()
    {
        UrlExplanation explanation = UrlCanonicalizer.Explain(
            new Uri("https://web.archive.org/web/2020/https://me:s3cret@example.org/story"));

        Assert.Equal("https://example.org/story", explanation.Canonical.AbsoluteUri);
        Assert.All(
            explanation.Decisions, decision => Assert.DoesNotContain("s3cret", decision, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_decision_is_told()
    {
        UrlExplanation explanation = UrlCanonicalizer.Explain(
            new Uri("http://me@Example.org:80/story?id=7&utm_source=rss#top"));

        Assert.Equal("http://example.org/story?id=7", explanation.Canonical.AbsoluteUri);
        Assert.Equal("url:https://example.org/story?id=7", explanation.Key);
        Assert.Collection(
            explanation.Decisions,
            decision => Assert.Contains("user name", decision, StringComparison.Ordinal),
            decision => Assert.Contains("port", decision, StringComparison.Ordinal),
            decision => Assert.Contains("'id=7' stays", decision, StringComparison.Ordinal),
            decision => Assert.Contains("'utm_source=rss' is left out", decision, StringComparison.Ordinal),
            decision => Assert.Contains("'#top' is left out", decision, StringComparison.Ordinal));
    }

    [Fact]
    public void A_rule_about_a_host_is_told()
    {
        UrlExplanation explanation = UrlCanonicalizer.Explain(
            new Uri("https://www.bbc.co.uk/go/rss/int/news/-/news/world-1"));

        Assert.Contains("rule about 'www.bbc.co.uk'", Assert.Single(explanation.Decisions), StringComparison.Ordinal);
        Assert.Equal("https://www.bbc.co.uk/news/world-1", explanation.Canonical.AbsoluteUri);
    }
}
