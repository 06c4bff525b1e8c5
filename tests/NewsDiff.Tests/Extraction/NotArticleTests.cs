using NewsDiff.Extraction;

namespace NewsDiff.Tests.Extraction;

public sealed class NotArticleTests
{
    [Theory]
    [InlineData("", PageVerdict.Empty)]
    [InlineData("<html><body><div id=root></div><script src=app.js></script></body></html>", PageVerdict.Empty)]
    [InlineData(
        "<title>404 – Page not found</title><h1>Page not found</h1><p>We are sorry, but the page that you asked for "
        + "is not here.</p>",
        PageVerdict.ErrorPage)]
    [InlineData(
        "<title>Seite nicht gefunden</title><h1>Seite nicht gefunden</h1><p>Die gesuchte Seite gibt es leider nicht "
        + "mehr, bitte nutzen Sie die Suche.</p>",
        PageVerdict.ErrorPage)]
    [InlineData(
        "<title>Just a moment...</title><h1>example.org</h1><p>Verify you are human by completing the action below. "
        + "This takes a few seconds.</p>",
        PageVerdict.Wall)]
    [InlineData(
        "<title>News</title><h1>Before you continue to News</h1><p>We and our partners store and read information on "
        + "your device, such as identifiers.</p>",
        PageVerdict.Wall)]
    public void A_page_without_an_article_is_refused_with_a_reason(string html, PageVerdict expected)
    {
        ExtractionResult result = Pages.Extract(html);

        Assert.Equal(expected, result.Verdict);
        Assert.Null(result.Article);
        Assert.False(string.IsNullOrWhiteSpace(result.Reason));
    }

    [Theory]
    [InlineData("404", PageVerdict.ErrorPage)]
    [InlineData("Error 404", PageVerdict.ErrorPage)]
    [InlineData("404 | The Daily", PageVerdict.ErrorPage)]
    [InlineData("404 Not Found", PageVerdict.ErrorPage)]
    [InlineData("Oops! 404 error", PageVerdict.ErrorPage)]
    [InlineData("Not found – The Daily", PageVerdict.ErrorPage)]
    [InlineData("Access denied", PageVerdict.ErrorPage)]
    [InlineData("500 Internal Server Error", PageVerdict.ErrorPage)]
    [InlineData("Police fine 404 drivers", PageVerdict.Article)]
    [InlineData("Ferry 44049 returns", PageVerdict.Article)]
    [InlineData("Captain not found", PageVerdict.Article)]
    [InlineData("Something went wrong at the dam", PageVerdict.Article)]
    [InlineData("2,500 internal migrants return | The Daily", PageVerdict.Article)]
    public void A_headline_with_the_words_of_an_error_page_is_none(string title, PageVerdict expected) => Assert.Equal(
        expected,
        Pages.Extract(
            $"<title>{title}</title><article><h1>{title}</h1><p>The harbour master said on Tuesday that nobody had "
            + "been hurt, and that the pier would open again.</p></article>").Verdict);

    [Fact]
    public void A_front_page_of_linked_headlines_is_a_listing()
    {
        IEnumerable<string> cards = Enumerable.Range(1, 20).Select(i =>
            $"<div class=card><h2><a href=/{i}>The headline of story number {i}</a></h2><p>A line or two that tell "
            + $"what story number {i} is about, and end.</p></div>");

        Assert.Equal(
            PageVerdict.Listing, Pages.Extract($"<title>The Daily</title><main>{string.Concat(cards)}</main>").Verdict);
    }

    [Fact]
    public void A_brief_of_two_sentences_is_an_article()
    {
        ExtractionResult result = Pages.Extract(
            "<title>Road closed</title><article><h1>Road closed</h1><p>The road to the lake is closed. It opens on "
            + "Friday.</p></article>");

        Assert.Equal(PageVerdict.Article, result.Verdict);
        Assert.Null(result.Reason);
    }

    [Fact]
    public void An_article_about_errors_and_cookies_is_an_article()
    {
        string prose = string.Concat(Enumerable.Repeat(
            "<p>We and our partners, says every banner, value your privacy; the study counted how often readers "
            + "believe it.</p>", 1)
            .Concat(
                Enumerable.Range(1, 12).Select(
                    i =>
                        $"<p>Of the pages that the team opened in week {i}, most asked for consent before they "
                        + "showed a single line.</p>")));

        Assert.Equal(
            PageVerdict.Article,
            Pages.Extract(
                "<title>How 404 became a word</title><article><h1>How 404 became a "
                + $"word</h1>{prose}</article>").Verdict);
    }
}
