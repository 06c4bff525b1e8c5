using NewsDiff.Extraction;

namespace NewsDiff.Tests.Extraction;

public sealed class ListingTests
{
    private const string Article = "<meta property='og:type' content='article'>";
    private const string Dated = "<meta property='article:published_time' content='2026-05-03'>";

    private const string Teaser =
        "The harbour master said on Tuesday that nobody had been hurt, and that the pier would open again.";

    /// <summary>Cards as publishing systems make them: "#" is a number.</summary>
    public static TheoryData<string> Cards =>
        [
            $"<div class=card><h3><a href=/n/#>Story number # about the harbour of the town</a></h3><p>{Teaser}</p></div>",
            $"<article><header><h2><a href=/n/#>Story number # about the harbour of the town</a></h2></header>"
                + $"<div class=entry-summary><p>{Teaser}</p><a href=/n/#>More</a></div></article>",
            $"<li><a href=/n/#><h3>Story number # about the harbour of the town</h3></a><p>{Teaser}</p></li>",
            $"<div class=views-row><span><a href=/n/#>Story number # about the harbour of the town</a></span>"
                + $"<div>{Teaser}</div></div>",
            "<li><a href=/n/#>Story number # about the harbour of the town</a> <time>3 May 2026</time></li>",
            "<p><a href=/n/#>Story number # about the harbour of the town</a></p>",
        ];

    [Theory]
    [MemberData(nameof(Cards))]
    public void A_page_of_cards_is_a_listing_whatever_it_calls_itself(string card)
    {
        Assert.Equal(PageVerdict.Listing, VerdictOf("", "<h1>Local</h1>", card, 20));
        Assert.Equal(PageVerdict.Listing, VerdictOf(Article, "<h1>Local</h1>", card, 20));
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public void An_article_above_cards_is_none(string card) => Assert.Equal(
        PageVerdict.Article,
        VerdictOf("", string.Concat("<article><h1>Pier opens again</h1>", Paragraphs(6), "</article>"), card, 20));

    [Theory]
    [MemberData(nameof(Cards))]
    public void A_short_article_with_few_links_is_none(string card) => Assert.Equal(
        PageVerdict.Article,
        VerdictOf(Article, $"<article><h1>Pier opens again</h1><p>{Teaser}</p></article>", card, 4));

    [Fact]
    public void A_dated_article_that_lists_things_below_an_introduction_is_none() => Assert.Equal(
        PageVerdict.Article,
        VerdictOf(
            Dated,
            string.Concat("<h1>Twenty walks along the harbour</h1>", Paragraphs(4)),
            $"<section><h2><a href=/n/#>Walk number # along the harbour</a></h2><p>{Teaser}</p></section>", 20));

    [Theory]
    [InlineData("<h1>Local</h1>", "")]
    [InlineData("<h1>Local</h1><p>News of the harbour and of the town, told by those who live there.</p>", "")]
    [InlineData("", "<div class=about><p>We write about the harbour, and were founded by two pilots.</p></div>")]
    public void Whole_stories_below_linked_headlines_are_a_listing(string top, string end) => Assert.Equal(
        PageVerdict.Listing, VerdictOf(Article, top, Story("/n/#"), 4, end));

    [Fact]
    public void Whole_stories_in_a_row_are_a_listing_without_boxes_around_them() => Assert.Equal(
        PageVerdict.Listing,
        VerdictOf("", "<h1>Local</h1>", $"<h2><a href=/n/#>Story # of the harbour</a></h2>{Paragraphs(4)}", 4));

    [Fact]
    public void An_article_below_linked_headlines_is_none() => Assert.Equal(
        PageVerdict.Article,
        VerdictOf("", "", "<h3><a href=/n/#>Story # of the harbour</a></h3>", 5, $"<h1>Pier</h1>{Paragraphs(6)}"));

    [Theory]
    [InlineData("&num;walk-#")]
    [InlineData("/a&num;walk-#")]
    [InlineData("https://walks.example/n/#")]
    public void Parts_of_an_article_are_none_though_their_headings_link_to_it_or_to_other_sites(string address) =>
        Assert.Equal(PageVerdict.Article, VerdictOf("", "<h1>Four walks</h1>", Story(address), 4));

    [Fact]
    public void Parts_of_a_dated_article_are_none_though_their_headings_link_to_pages_of_the_site() => Assert.Equal(
        PageVerdict.Article, VerdictOf(Dated, "<h1>Four walks</h1>", Story("/n/#"), 4));

    [Fact]
    public void Parts_of_an_article_below_its_introduction_are_none() => Assert.Equal(
        PageVerdict.Article, VerdictOf("", $"<h1>Four walks</h1>{Paragraphs(2)}", Story("/n/#"), 4));

    [Fact]
    public void A_story_followed_by_others_is_none() => Assert.Equal(
        PageVerdict.Article,
        VerdictOf("", $"<div class=story><h2>Pier opens again</h2>{Paragraphs(5)}</div>", Story("/n/#"), 3));

    [Fact]
    public void Linked_captions_below_the_text_of_parts_are_no_headlines() => Assert.Equal(
        PageVerdict.Article,
        VerdictOf(
            "",
            "<h1>Four walks</h1>",
            $"<section>{Paragraphs(3)}<p><a href=/photo/#>Pictures of walk number #</a></p></section>",
            4));

    [Theory]
    [InlineData("home blog", PageVerdict.Listing)]
    [InlineData("archive category category-local", PageVerdict.Listing)]
    [InlineData("home page page-id-7", PageVerdict.Article)]
    [InlineData("single single-post archive", PageVerdict.Article)]
    [InlineData("local", PageVerdict.Article)]
    public void Bare_headlines_are_a_listing_where_the_page_calls_itself_one(string classes, PageVerdict expected) =>
        Assert.Equal(
            expected,
            Pages.Extract(
                $"<html><body class='{classes}'><div class=text>{Paragraphs(3)}</div><ul>"
                + Repeat("<li><a href=/n/#>Story number # about the harbour of the town</a></li>", 6)
                + "</ul></body></html>").Verdict);

    [Theory]
    [InlineData("https://news.example.org/", 6, PageVerdict.Listing)]
    [InlineData("https://news.example.org/", 2, PageVerdict.Article)]
    [InlineData("https://news.example.org/?story=7", 6, PageVerdict.Article)]
    [InlineData("https://news.example.org/pier", 6, PageVerdict.Article)]
    public void The_front_of_a_site_with_headlines_is_a_listing(string url, int headlines, PageVerdict expected) =>
        Assert.Equal(
            expected,
            Pages.Extract(
                $"<html><body><div class=text>{Paragraphs(3)}</div><ul>"
                + Repeat("<li><a href=/n/#>Story number # about the harbour of the town</a></li>", headlines)
                + "</ul></body></html>",
                url).Verdict);

    [Theory]
    [InlineData("<p>Please log in to comment.</p>", PageVerdict.Article)]
    [InlineData("<p>Please log in to go on reading.</p>", PageVerdict.Wall)]
    public void A_request_to_log_in_is_a_wall_unless_it_is_for_a_comment(string line, PageVerdict expected) =>
        Assert.Equal(
            expected,
            Pages.Extract($"<article><h1>Pier opens again</h1><p>{Teaser}</p></article><section>{line}</section>").Verdict);

    [Fact]
    public void A_brief_of_three_paragraphs_is_none_though_the_page_asks_for_consent() => Assert.Equal(
        PageVerdict.Article,
        Pages.Extract(
            $"<article><h1>Pier opens again</h1>{Paragraphs(3)}</article><div><p>We value your privacy.</p></div>")
                .Verdict);

    [Theory]
    [InlineData("<a href=/login>Already a subscriber? Sign in</a>", "", PageVerdict.Article)]
    [InlineData("", "<p>Already a subscriber? Sign in to read on.</p>", PageVerdict.Wall)]
    public void A_login_in_the_page_header_is_for_everybody(string above, string below, PageVerdict expected) =>
        Assert.Equal(
            expected,
            Pages.Extract($"<div>{above}</div><article><h1>Pier opens again</h1><p>{Teaser}</p>{below}</article>").Verdict);

    private static string Paragraphs(int count) => string.Concat(
        Enumerable.Range(1, count).Select(i => $"<p>{i}. {Teaser}</p>"));

    /// <summary>A whole story below its linked headline: "#" is a number.</summary>
    private static string Story(string address) =>
        $"<div class=post><h2><a href={address}>Story number # of the harbour</a></h2>{Paragraphs(4)}</div>";

    private static string Repeat(string card, int count) => string.Concat(Enumerable.Range(1, count).Select(
        i => card.Replace("#", $"{i}", StringComparison.Ordinal)
            .Replace("The harbour master", $"{i}: the harbour master", StringComparison.Ordinal)));

    private static PageVerdict VerdictOf(string head, string top, string card, int count, string end = "") =>
        Pages.Extract(
            $"<html><head><title>Local</title>{head}</head>"
            + $"<body><main>{top}<div>{Repeat(card, count)}</div>{end}</main></body></html>").Verdict;
}
