namespace NewsDiff.Tests.Extraction;

public sealed class HeadlinePartTests
{
    private const string Text =
        "<p>The harbour master said on Tuesday that nobody had been hurt, and that the pier would open again.</p>"
        + "<p>Divers will look at the piles in the autumn, when the water is clear and the ferries run less often.</p>";

    [Theory]
    [InlineData("<title>Pier opens — Tide Press</title><a href=/>Tide Press</a>", "Pier opens")]
    [InlineData(
        "<title>Pier opens | Harbour | Tide Press</title><a href=https://example.org/>Tide "
            + "Press</a><a href=/harbour>Harbour</a>", "Pier opens")]
    [InlineData("<title>Tide Press: Pier opens</title><a href='/'>Tide Press</a>", "Pier opens")]
    [InlineData("<title>潮の桟橋が開く：潮新聞</title><a href='/'>潮新聞</a>", "潮の桟橋が開く")]
    [InlineData("<title>Pier opens — at last</title><a href=/>Tide Press</a>", "Pier opens — at last")]
    [InlineData("<title>Pier opens | Harbour</title><a href=/sport>Harbour</a>", "Pier opens | Harbour")]
    [InlineData("<title>Piers: what they are</title><a href=/>Tide Press</a>", "Piers: what they are")]
    public void The_names_of_pages_above_are_no_part_of_a_title(string head, string expected) =>
        Assert.Equal(expected, TitleOf($"{head}{Text}"));

    [Theory]
    [InlineData("<h1><span>Harbour</span> <span>Pier opens again</span></h1>", "Pier opens again")]
    [InlineData("<h1><b>Live</b> Pier opens again</h1>", "Pier opens again")]
    [InlineData("<h1>Pier opens again <a href=#p>#</a></h1>", "Pier opens again")]
    [InlineData("<h1>Pier <em>opens</em> again and again</h1>", "Pier opens again and again")]
    public void The_stated_part_of_a_headline_is_the_title(string headline, string expected) =>
        Assert.Equal(expected, TitleOf($"<title>Pier opens again | Tide Press</title>{headline}{Text}"));

    [Theory]
    [InlineData("<h1>Tide Press</h1><div class=post><h3>Pier opens</h3>", "Pier opens")]
    [InlineData("<h1></h1><h2>Pier opens</h2>", "Pier opens")]
    [InlineData("<h2><a href=/other>Another story</a></h2>", "Tide Press")]
    public void A_page_that_states_only_the_site_is_titled_by_its_first_heading(string above, string expected) =>
        Assert.Equal(expected, TitleOf($"<title>Tide Press</title><a href=/>Tide Press</a>{above}{Text}"));

    [Theory]
    [InlineData("Pier <em>opens</em> again", "Pier opens again")]
    [InlineData("Pier &lt;i&gt;opens&lt;/i&gt; again", "Pier <i>opens</i> again")]
    [InlineData("What the <video> element does", "What the <video> element does")]
    public void A_stated_headline_is_read_without_emphasis(string headline, string expected) =>
        Assert.Equal(expected, TitleOf(
            $$"""<script type=application/ld+json>{"@type": "NewsArticle", "headline": "{{headline}}"}</script>{{Text}}"""));

    private static string? TitleOf(string html) => Pages.Extract(html,
        "https://example.org/harbour/pier").Article?.Title;
}
