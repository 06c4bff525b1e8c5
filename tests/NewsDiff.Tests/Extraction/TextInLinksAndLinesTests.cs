using NewsDiff.Extraction;

namespace NewsDiff.Tests.Extraction;

public sealed class TextInLinksAndLinesTests
{
    private const string First =
        "The harbour master said on Tuesday that nobody had been hurt, and that the pier would open again.";

    private const string Second =
        "Divers will look at the piles in the autumn, when the water is clear and the ferries run less often.";

    private const string Third =
        "The council has set aside money for the work, but has not yet said who is going to do it, or when.";

    [Fact]
    public void Headings_of_a_list_of_things_are_text_though_they_are_links() =>
        Assert.Equal(["Salt", First, "Rope", Second, "Tar", Third], TextOf(
            $"<h2><a href=/1>Salt</a></h2><p>{First}</p><h2><a href=/2>Rope</a></h2><p>{Second}</p>"
            + $"<h2><a href=/3>Tar</a></h2><p>{Third}</p>"));

    [Fact]
    public void A_linked_heading_between_paragraphs_leads_elsewhere() =>
        Assert.Equal([First, Second, Third], TextOf(
            $"<p>{First}</p><p>{Second}</p><h2><a href=/2>Rope is dear again</a></h2><p>{Third}</p>"));

    [Theory]
    [InlineData("These are the books that the crew took aboard, in the order in which they were read:", 5)]
    [InlineData("These are the books that the crew took aboard, in the order in which they were read.", 3)]
    public void A_list_of_links_is_text_below_a_line_that_announces_it(string line, int paragraphs) =>
        Assert.Equal(paragraphs, TextOf(
            $"<p>{First}</p><p>{line}</p><ul><li><a href=/1>Salt</a></li><li><a href=/2>Rope</a></li></ul><p>{Third}</p>")
                .Length);

    [Theory]
    [InlineData("<div class=line><span>“No.”</span></div>", true)]
    [InlineData("<div class=label><span>“No.”</span></div>", false)]
    [InlineData("<div class=line><span><a href=/b>“No.”</a></span></div>", false)]
    [InlineData("<div class=line><span>Advertisement</span></div>", false)]
    public void A_short_line_is_text_where_it_is_made_like_the_paragraphs_around_it(string line, bool isText) =>
        Assert.Equal(isText ? [First, "“No.”", Second] : (string[])[First, Second], TextOf(
            $"<div class=line><span>{First}</span></div>{line}<div class=line><span>{Second}</span></div>"));

    [Theory]
    [InlineData("nobody had been hurt, and that the pier would open again", false)]
    [InlineData("The harbour master said that nobody had been hurt", false)]
    [InlineData("Nobody had been hurt, and the pier would never open again", true)]
    [InlineData("the pier", true)]
    public void A_quote_that_only_repeats_a_paragraph_is_left_out(string quote, bool isText) =>
        Assert.Equal(isText, TextOf($"<p>{First}</p><blockquote>{quote}</blockquote><p>{Second}</p>").Contains(quote));

    [Theory]
    [InlineData("<a href=/b>harbour master<span class=sr-only> (opens in a new tab)</span></a>")]
    [InlineData("<span class=visually-hidden>harbor</span><span aria-hidden=true>harbour</span> master")]
    [InlineData("harbour<span style='display: none'> pilot</span> master")]
    [InlineData("harbour <i>master</i>")]
    public void What_no_eye_sees_is_no_text(string words) =>
        Assert.Equal([First, Second], TextOf(
            $"<p>{First.Replace("harbour master", words, StringComparison.Ordinal)}</p><p>{Second}</p>"));

    [Theory]
    [InlineData("<p aria-hidden=true>{0}</p>", true)]
    [InlineData("<div aria-hidden=true>{0}</div>", false)]
    [InlineData("<p aria-hidden=true hidden>{0}</p>", false)]
    public void A_paragraph_hidden_from_screen_readers_alone_is_text(string markup, bool isText) =>
        Assert.Equal(isText ? [First, Second, Third] : (string[])[First, Third], TextOf(
            $"<p>{First}</p>{string.Format(null, markup, Second)}<p>{Third}</p>"));

    [Theory]
    [InlineData("<div role=region aria-labelledby=a style='display:none'><p>{0}</p></div>", true)]
    [InlineData("<div role=tabpanel aria-hidden=true hidden><p>{0}</p></div>", true)]
    [InlineData("<div style='display:none'><p>{0}</p></div>", false)]
    [InlineData("<div role=dialog hidden><p>{0}</p></div>", false)]
    [InlineData("<div role=region class=cookie-consent hidden><p>{0}</p></div>", false)]
    [InlineData("<div role=region aria-label='Our promise' hidden><p>{0}</p></div>", false)]
    [InlineData("<div aria-labelledby=a hidden><p>{0}</p></div>", false)]
    public void A_panel_that_readers_open_is_text(string markup, bool isText) =>
        Assert.Equal(isText ? [First, Second, Third] : (string[])[First, Third], TextOf(
            $"<p>{First}</p>{string.Format(null, markup, Second)}<p>{Third}</p>"));

    [Theory]
    [InlineData("Photo: Jane Doe/Harbour.example", false)]
    [InlineData("Der Pier am Dienstag, kurz vor der Wahl. Bildrechte: Hafenfunk/Jana Weiß", false)]
    [InlineData("Le port de Brest, vu du phare (Photo : Zoé Lambert)", false)]
    [InlineData("Причал осенью. Фото: Анна Белова", false)]
    [InlineData("The master showed us his photo: it was of the old pier.", true)]
    [InlineData("He had one wish for the town. A picture: it hangs in the hall. Nobody has seen it.", true)]
    [InlineData("Photo: it was taken on Tuesday. The pier was still closed then, and the boats were out.", true)]
    public void A_line_that_ends_in_the_credit_of_a_picture_is_no_text(string line, bool isText) =>
        Assert.Equal(isText ? [First, line, Second] : (string[])[First, Second], TextOf(
            $"<p>{First}</p><p>{line}</p><p>{Second}</p>"));

    [Fact]
    public void A_long_paragraph_keeps_the_credit_behind_it() => Assert.Equal(
        [First, $"{Second} {Third} {First} Photo: Jane Doe", Third],
        TextOf($"<p>{First}</p><p>{Second} {Third} {First} Photo: Jane Doe</p><p>{Third}</p>"));

    [Fact]
    public void A_paragraph_that_a_script_shows_is_text_as_a_whole() =>
        Assert.Equal([First, Second], TextOf(
            $"<p><span class=sr-only>{First}</span></p><p><span class=sr-only>{Second}</span></p>"));

    [Theory]
    [InlineData("h1", false)]
    [InlineData("h3", true)]
    public void An_article_that_is_appended_with_a_headline_of_its_own_is_left_out(string heading, bool isText) =>
        Assert.Equal(isText, Pages.Extract(
            $"<main><article class=story><h1>Pier opens again</h1><p>{First}</p><p>{Second}</p></article>"
            + $"<article class=story><{heading}>Rope is dear</{heading}><p>{Third}</p><p>{Third} So it is.</p></article></main>")
                .Article!.Paragraphs.Any(paragraph => paragraph.Text == Third));

    [Theory]
    [InlineData("The council has set aside money", true)]
    [InlineData("The council has kept its money", false)]
    public void Hidden_text_that_the_linked_data_states_is_text(string stated, bool isText) =>
        Assert.Equal(isText, Pages.Extract(
            $$"""<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"{{First}} {{stated}} for the work, but has not yet said who"}</script>"""
            + $"<article><h1>Pier opens again</h1><p>{First}</p><p>{Second}</p><div hidden><p>{Third}</p><p>{Third} So it is.</p></div></article>")
                .Article!.Paragraphs.Any(paragraph => paragraph.Text == Third));

    private static string[] TextOf(string body)
    {
        ExtractionResult result = Pages.Extract($"<article><h1>Pier opens again</h1>{body}</article>");
        return [.. result.Article!.Paragraphs.Select(paragraph => paragraph.Text)];
    }
}
