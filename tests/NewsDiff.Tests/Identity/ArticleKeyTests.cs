using NewsDiff.Identity;

namespace NewsDiff.Tests.Identity;

public sealed class ArticleKeyTests
{
    private static readonly Uri Story = new("http://www.news.example/story?utm_source=feed");

    /// <summary>Catalogs hold these texts for years: they must never change.</summary>
    [Fact]
    public void Keys_are_stored_as_they_always_were()
    {
        Assert.Equal("url:https://www.news.example/story", ArticleKey.OfAddress(Story).ToString());
        Assert.Equal("canonical:https://www.news.example/story", ArticleKey.OfStatement(Story).ToString());
        Assert.Equal(
            "guid:feeds.example|https://news.example/?p=7",
            ArticleKey.OfFeedId("http://news.example/?p=7", new Uri("https://feeds.example/rss")).ToString());
        Assert.Equal(
            "hint:a1|url:https://news.example/b",
            ArticleKey.OfHint("a1", "url:https://news.example/b").ToString());
    }

    [Theory]
    [InlineData("url:https://news.example/story")]
    [InlineData("guid:feeds.example|tag:a|b")]
    [InlineData("canonical:https://news.example/story")]
    [InlineData("hint:a1|url:https://news.example/b|c")]
    [InlineData("hint:no-bar")]
    [InlineData("isbn:12")]
    [InlineData("URL:https://news.example/story")]
    [InlineData("")]
    public void A_stored_key_reads_back_as_it_was(string text) =>
        Assert.Equal(text, ArticleKey.Parse(text).ToString());

    [Theory]
    [InlineData("hint:a1|url:https://news.example/b|c", "a1")]
    [InlineData("hint:|url:https://news.example/b", "")]
    [InlineData("hint:no-bar", null)]
    [InlineData("guid:a1|b", null)]
    [InlineData("isbn:12|b", null)]
    public void Only_a_hint_names_another_article(string text, string? expected) =>
        Assert.Equal(expected, ArticleKey.Parse(text).HintedId);
}
