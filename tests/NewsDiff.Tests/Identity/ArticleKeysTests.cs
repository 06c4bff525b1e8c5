using NewsDiff.Identity;

namespace NewsDiff.Tests.Identity;

public sealed class ArticleKeysTests
{
    private static readonly Uri Feed = new("https://feeds.example.net/news.xml");

    [Fact]
    public void Http_and_https_are_the_same_article() =>
        Assert.Equal(
            ArticleKeys.Compute(new Uri("http://example.org/a?utm_source=x")),
            ArticleKeys.Compute(new Uri("https://example.org/a#top")));

    [Fact]
    public void An_entry_is_known_by_its_address_first_and_by_its_id_second() =>
        Assert.Equal(
            ["url:https://example.org/a", "guid:feeds.example.net|tag-7"],
            ArticleKeys.Compute(new Uri("http://example.org/a"), " tag-7 ", Feed));

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("http://example.org/a")]
    [InlineData("https://example.org/a#0")]
    public void An_id_that_says_nothing_more_adds_no_key(string? id) =>
        Assert.Equal(["url:https://example.org/a"], ArticleKeys.Compute(new Uri("https://example.org/a"), id, Feed));

    [Fact]
    public void Ids_of_different_hosts_are_different() =>
        Assert.NotEqual(
            ArticleKeys.Compute(new Uri("https://example.org/a"), "7", Feed)[1],
            ArticleKeys.Compute(new Uri("https://example.org/a"), "7", new Uri("https://example.com/feed"))[1]);

    [Fact]
    public void Ids_that_differ_in_their_fragment_are_two() =>
        Assert.NotEqual(
            ArticleKeys.Compute(new Uri("https://example.org/a"), "https://example.org/page#1", Feed)[1],
            ArticleKeys.Compute(new Uri("https://example.org/b"), "https://example.org/page#2", Feed)[1]);
}
