namespace NewsDiff.Tests.Extraction;

public sealed class StabilityTests
{
    private static readonly PageFixture Page = new("harbour-ferry");

    [Theory]
    [InlineData("3 hours ago", "yesterday at 9:12")]
    [InlineData("214 comments", "1,902 comments")]
    [InlineData("More on transport", "Five ideas for a rainy weekend")]
    [InlineData(
        "Bus fares will rise in the summer, the operator announced in a letter to its customers.",
        "A new tram line opens on Sunday.")]
    [InlineData("The bridge that was never built", "How to read a tide table")]
    [InlineData(
        "I have waited for this since they closed it", "First! And also a long remark about the price of tickets")]
    [InlineData("Get the harbour news in your inbox every Friday", "Subscribe now and save half of the yearly price")]
    [InlineData("We use cookies to remember you", "This site uses cookies for many purposes")]
    [InlineData(
        "<main>",
        "<div class=\"live-ticker\"><p>Breaking: the storm has reached the coast, and trains stand "
        + "still.</p></div><main>")]
    [InlineData(
        "<h2>A question",
        "<div class=\"ad-slot\"><p>Advertisement</p><p>Cruises from 99 a night, this week only, with a free "
        + "drink.</p></div><h2>A question")]
    [InlineData(
        "</article>",
        "<div class=\"recommended\"><p>You may also like our long report on the lighthouse "
        + "keepers.</p></div></article>")]
    public void What_changes_around_an_article_does_not_change_it(string before, string after)
    {
        string html = Page.Html;
        Assert.Contains(before, html, StringComparison.Ordinal);

        Article changed = Page.Extract(html.Replace(before, after, StringComparison.Ordinal));

        Assert.True(changed.HasSameContentAs(Page.Extract()));
    }

    [Theory]
    [InlineData("Nine&nbsp;councillors", "Ten&nbsp;councillors")]
    [InlineData("second week of April", "third week of April")]
    [InlineData("1.2 million", "2.1 million")]
    public void A_changed_word_or_number_in_the_text_changes_it(string before, string after)
    {
        Article changed = Page.Extract(Page.Html.Replace(before, after, StringComparison.Ordinal));

        Assert.False(changed.HasSameContentAs(Page.Extract()));
    }

    [Fact]
    public void Markup_line_breaks_and_invisible_characters_do_not_change_it()
    {
        string html = Page.Html
            .Replace("ferry between", "ferry\r\n   be\u00ADtween", StringComparison.Ordinal)
            .Replace("<em>four</em>", "<span data-x=\"1\">fo<b>ur</b></span>", StringComparison.Ordinal)
            .Replace("&nbsp;", " ", StringComparison.Ordinal)
            .Replace("landing stage", "landing\u200B stage", StringComparison.Ordinal);

        Assert.True(Page.Extract(html).HasSameContentAs(Page.Extract()));
    }

    [Fact]
    public void A_line_in_bold_between_paragraphs_and_a_heading_are_the_same()
    {
        static string Write(string crosshead) => $"""
            <main><h1>Mill sold</h1><p>The mill by the river was sold to the town on Monday evening, the council said.</p>
            {crosshead}<p>It will be repaired in the autumn of next year, and opened to all visitors after that.</p></main>
            """;

        Article? heading = Pages.Extract(Write("<h3>What comes next</h3>")).Article;

        Assert.True(
            heading?.HasSameContentAs(Pages.Extract(Write("<p><strong>What comes next</strong></p>")).Article!));
    }

    [Fact]
    public void A_body_in_chunks_is_read_from_its_first_short_one_on()
    {
        const string opening = "The mill by the river was sold to the town on Monday.";
        string rest = string.Concat(Enumerable.Range(1, 12).Select(number =>
            $"<p>Paragraph {number} tells at some length what the council, the owner and the neighbours think of the "
            + "sale.</p>"));

        Article? article = Pages.Extract(
            $"<div><div class=articleBody><p>{opening}</p></div><img src=mill.png><div "
            + $"class=articleBody>{rest}</div></div>").Article;

        Assert.Equal(13, article?.Paragraphs.Length);
        Assert.Equal(opening, article?.Paragraphs[0].Text);
    }
}
