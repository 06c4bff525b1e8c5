using NewsDiff.Extraction;

namespace NewsDiff.Tests.Extraction;

public sealed class PageLinksTests
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
                new FeedLink(new Uri("https://example.org/rss"), "application/rss+xml", "All"),
                new FeedLink(new Uri("https://feeds.example.org/atom"), "application/atom+xml", null),
            ],
            PageLinks.FindFeeds(
                new ExtractionRequest { Html = html, Url = new Uri("https://example.org/news/today") },
                TestContext.Current.CancellationToken));
    }
}
