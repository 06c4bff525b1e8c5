using NewsDiff.Extraction;

namespace NewsDiff.Tests.Extraction;

public sealed class ContainerTests
{
    private const string Story =
        "<p>The mill by the river was sold to the town on Monday evening, the council said in a letter to all.</p>"
            + "<p>It will be repaired in the autumn of next year, and opened to all visitors after that, the letter "
            + "says.</p>"
            + "<p>The price of the mill was not told, but a member of the council called it fair for both of the "
            + "sides.</p>";

    private const string Longer =
        "<p>A long box beside the text explains the history of mills in the valley, which is a matter of its own.</p>";

    [Fact]
    public void The_container_is_named_without_what_a_build_changes()
    {
        Assert.Equal("html>body>div.page>div.story_text", Container("story_text__x7Gf2 a1b2"));
        Assert.Equal(Container("story_text__x7Gf2 a1b2"), Container("story_text__9Kd0p"));
    }

    [Fact]
    public void The_previous_container_stays_while_another_is_hardly_better()
    {
        string? inner = Extract(Page("story", ""), null).Container;
        string grown = Page("story", "<p>A note below the text says that the mill is shut today.</p>");

        Assert.Equal("html>body>div.page", Extract(grown, null).Container);
        Assert.Equal(inner, Extract(grown, inner).Container);
        Assert.Equal(3, Extract(grown, inner).Article?.Paragraphs.Length);
    }

    [Theory]
    [InlineData("html>body>div.gone")]
    [InlineData("html>body>div.page>div.story")]
    public void The_previous_container_goes_when_it_is_gone_or_clearly_worse(string previous)
    {
        string outgrown = Page("story", Longer + Longer.Replace("box", "table", StringComparison.Ordinal));

        Assert.Equal("html>body>div.page", Extract(outgrown, previous).Container);
    }

    [Fact]
    public void A_page_without_an_article_has_no_container() => Assert.Null(Extract("<p>Hello", null).Container);

    [Fact]
    public void A_short_article_is_read_although_the_small_print_of_its_site_is_longer()
    {
        string print = string.Concat(Enumerable.Range(1, 8).Select(index => $"{Longer[..^4]} {index}.</p>"));

        Assert.Equal(3, Paragraphs(
            $"<div><article><h1>The mill</h1><div>{Story}</div></article></div><div>{print}</div>"));
    }

    [Fact]
    public void A_short_text_below_its_headline_is_read_although_the_cards_around_it_are_more()
    {
        string cards = string.Concat(Enumerable.Range(1, 9).Select(
            index => $"<div class=c><p>Card {index} tells what the town's other news of the day are about, in a line "
                + $"or two, and where they go on: <a href=/news/{index}>read</a>.</p></div>"));

        Assert.Equal(3, Paragraphs($"<div><h1>The mill</h1><div>{Story}</div></div><div>{cards}</div>"));
    }

    [Fact]
    public void A_text_outside_of_the_headlines_box_is_read_when_the_box_has_one_paragraph() =>
        Assert.Equal(4, Paragraphs($"<div><h1>The mill</h1><div>{Longer}</div></div><div><div>{Story}</div></div>"));

    [Fact]
    public void Parts_of_one_make_are_read_although_the_first_alone_is_in_an_article()
    {
        string next = Story.Replace("mill", "barn", StringComparison.Ordinal)
            + Longer + Longer.Replace("mills", "barns", StringComparison.Ordinal);

        Assert.Equal(7, Paragraphs(
            $"<article><h1>The mill</h1><div class=part>{Story}</div></article>"
                + $"<div><div class=part>{next}</div></div>"));
    }

    [Fact]
    public void Numbered_steps_are_text_of_the_headline_above_them()
    {
        string steps = string.Concat(Enumerable.Range(1, 6).Select(
            index => $"<li><p>Step {index}: stir the flour and the water slowly until the dough is smooth, then wait "
                + "for half an hour.</p></li>"));

        Assert.Equal(7, Paragraphs(
            $"<div><div><h1>The mill</h1><div>{Longer}</div></div><div><ol>{steps}</ol></div></div>"));
    }

    [Fact]
    public void A_stated_body_is_read_without_the_boxes_beside_it()
    {
        string boxes = string.Concat(Enumerable.Range(1, 6).Select(
            index => $"<div><p>Box {index} is about the people who write for this paper, and about the prizes that "
                + "they won in the past, year after year, at home and abroad, as they say.</p></div>"));

        Assert.Equal(3, Paragraphs($"<h1>The mill</h1><div class=article-body>{Story}</div>{boxes}"));
    }

    [Fact]
    public void Sections_below_a_stated_body_are_read_when_they_have_headings_of_their_own()
    {
        string sections = string.Concat(Enumerable.Range(1, 6).Select(
            index => $"<div><h2>Mill {index}</h2><p>The mill number {index} stands at the other end of the valley, and "
                + "was built of stone in a time when the river was higher, as old people say.</p></div>"));

        Assert.Equal(15, Paragraphs($"<h1>The mill</h1><div class=article-body>{Story}</div>{sections}"));
    }

    [Fact]
    public void A_short_article_is_read_alone_although_the_boxes_around_it_are_most_of_the_page()
    {
        string boxes = string.Concat(Enumerable.Range(1, 12).Select(
            index => $"<div class=banner><p>Offer {index}: read all that we write about the valley and its mills for "
                + "one month, and pay nothing before the next one begins.</p></div>"));

        Assert.Equal(3, Paragraphs($"<div><h1>The mill</h1>{Story}{boxes}</div>"));
    }

    private static int Paragraphs(string body) =>
        Extract($"<html><title>The mill</title><body>{body}</body></html>", null).Article?.Paragraphs.Length ?? 0;

    private static string? Container(string className) => Extract(Page(className, ""), null).Container;

    private static string Page(string className, string below) =>
        $"<html><body><div class=page><div class=\"{className}\">{Story}</div>{below}</div></body></html>";

    private static ExtractionResult Extract(string html, string? previous) =>
        new HtmlArticleExtractor().Extract(
            new ExtractionRequest
            {
                Html = html,
                Url = new Uri("https://example.org/mill"),
                PreviousContainer = previous,
            },
            TestContext.Current.CancellationToken);
}
