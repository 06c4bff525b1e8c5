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
