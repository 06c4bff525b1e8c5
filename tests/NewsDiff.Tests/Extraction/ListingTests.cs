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

    private static PageVerdict VerdictOf(string head, string top, string card, int count) => Pages.Extract(
        $"<html><head><title>Local</title>{head}</head><body><main>{top}<div>"
        + string.Concat(Enumerable.Range(1, count).Select(
            i => card.Replace("#", $"{i}", StringComparison.Ordinal)
                .Replace("The harbour master", $"{i}: the harbour master", StringComparison.Ordinal)))
        + "</div></main></body></html>").Verdict;
}
