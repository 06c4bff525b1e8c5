using System.Net;
using System.Text;
using NewsDiff.Feeds;

namespace NewsDiff.Tests.Feeds;

/// <summary>Links that writers of feeds have damaged are read as meant, and others as they are written.</summary>
public sealed class DamagedLinkTests
{
    private static readonly Uri Address = new("https://paper.example/news/feed");

    [Theory]
    [InlineData("https://paper.example/a?x=1&amp;y=2", "https://paper.example/a?x=1&y=2")]
    [InlineData("https://paper.example/a?x=1&#038;y=2", "https://paper.example/a?x=1&y=2")]
    [InlineData("\u200bhttps://paper.example/a\ufeff", "https://paper.example/a")]
    [InlineData("\u00a0https://paper.example/a\u00a0", "https://paper.example/a")]
    [InlineData("https://paper.example/ \n\t   a", "https://paper.example/a")]
    [InlineData("\"https://paper.example/a\"", "https://paper.example/a")]
    [InlineData("<https://paper.example/a>", "https://paper.example/a")]
    [InlineData("<a class='x' href='https://paper.example/a'>read</a>", "https://paper.example/a")]
    [InlineData("http://https://paper.example/a", "https://paper.example/a")]
    [InlineData("https//paper.example/a", "https://paper.example/a")]
    [InlineData("https:/other.example/a", "https://other.example/a")]
    [InlineData("paper.example/a", "https://paper.example/a")]
    public void A_damaged_link_is_read_as_meant(string written, string meant) =>
        Assert.Equal(meant, LinkOf($"<link>{WebUtility.HtmlEncode(written)}</link>"));

    [Theory]
    [InlineData("https://paper.example/a?x=1&y=2", "https://paper.example/a?x=1&y=2")]
    [InlineData("https://paper.example/a?x=1&copy=2", "https://paper.example/a?x=1&copy=2")]
    [InlineData("https://paper.example/a b", "https://paper.example/a%20b")]
    [InlineData("https://paper.example/?u=https://other.example/b", "https://paper.example/?u=https://other.example/b")]
    [InlineData("https:story", "https://paper.example/news/story")]
    [InlineData("paper.html", "https://paper.example/news/paper.html")]
    [InlineData("paper.example.html", "https://paper.example/news/paper.example.html")]
    [InlineData("none-of-them", "https://paper.example/news/none-of-them")]
    [InlineData("\"quoted\"-words", "https://paper.example/news/%22quoted%22-words")]
    public void A_link_that_is_whole_stays_as_it_is(string written, string meant) =>
        Assert.Equal(meant, LinkOf($"<link>{WebUtility.HtmlEncode(written)}</link>"));

    [Theory]
    [InlineData("N/A")]
    [InlineData("#")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("javascript:void(0)")]
    public void A_word_for_no_link_leaves_the_id(string written) => Assert.Equal(
        "https://paper.example/a", LinkOf($"<link>{written}</link><guid>https://paper.example/a</guid>"));

    [Theory]
    [InlineData("<guid isPermaLink='true'>/a</guid>", "https://paper.example/a")]
    [InlineData("<guid>www.paper.example/a</guid>", "http://www.paper.example/a")]
    [InlineData("<guid isPermaLink='true'>4711</guid>", null)]
    [InlineData("<guid>/a</guid>", null)]
    [InlineData("<guid isPermaLink='false'>www.paper.example/a</guid>", null)]
    public void An_id_is_a_link_only_if_it_is_an_address(string item, string? link) => Assert.Equal(link, LinkOf(item));

    [Fact]
    public void A_long_damaged_link_is_no_link() =>
        Assert.Null(LinkOf($"<link>\"https://paper.example/{new string('a', 1_000_000)}\"</link>"));

    private static string? LinkOf(string item) =>
        FeedReader.Read(
            Encoding.UTF8.GetBytes($"<rss><channel><item><title>A</title>{item}</item></channel></rss>"), Address)
                .Feed!.Entries[0].Link?.AbsoluteUri;
}
