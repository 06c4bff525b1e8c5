namespace NewsDiff.Tests.Extraction;

public sealed class AuthorPlaceTests
{
    private const string Text =
        "<p>The harbour master said on Tuesday that nobody had been hurt, and that the pier would open again.</p>";

    [Theory]
    [InlineData("Organization", "Office for Rivers and Lakes", "Office for Rivers and Lakes")]
    [InlineData("NewsMediaOrganization", "Ebbe & Flut", "Ebbe & Flut")]
    [InlineData("Person", "Jane Doe and Ola Berg", "Jane Doe|Ola Berg")]
    public void The_name_of_an_organization_is_one_whatever_words_it_has(string type, string name, string expected) =>
        Assert.Equal(expected, AuthorsOf(
            "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":{\"@type\":\"" + type
                + "\",\"name\":\"" + name + "\"}}</script>",
            ""));

    [Fact]
    public void A_scholarly_author_is_a_person_with_the_family_name_first() => Assert.Equal(
        "Doe, Jane|Berg, Ola",
        AuthorsOf("<meta name=citation_author content='Doe, Jane'><meta name=citation_author content='Berg, Ola'>", ""));

    [Theory]
    [InlineData("ImageObject", "Jane Doe")]
    [InlineData("Comment", "Jane Doe")]
    [InlineData("NewsArticle", "Ola Berg|Jane Doe")]
    public void A_property_belongs_to_the_nearest_item(string type, string expected) => Assert.Equal(
        expected,
        AuthorsOf(
            "",
            $"<div itemscope itemtype='https://schema.org/{type}'><meta itemprop=author content='Ola Berg'></div>"
                + "<div itemscope itemtype='http://schema.org/Article'><meta itemprop=author content='Jane Doe'></div>"));

    [Fact]
    public void A_link_to_the_photographer_is_no_byline() => Assert.Equal(
        "Jane Doe",
        AuthorsOf(
            "",
            "<p><a rel=author href=/jane>Jane Doe</a></p>"
                + "<figure><figcaption>The pier. <a rel=author href=/ola>Ola Berg</a></figcaption></figure>"));

    [Theory]
    [InlineData("<div><span>Von</span><span>Jana Weiß</span></div>", "Jana Weiß")]
    [InlineData("<p class=byline><b>Jana Weiß</b><i>Tide Watcher</i></p>", "Jana Weiß")]
    [InlineData("<p class=byline>Jana <b>Weiß</b></p>", "Jana Weiß")]
    public void Elements_without_a_space_between_are_read_apart(string byline, string expected) =>
        Assert.Equal(expected, AuthorsOf("", byline));

    [Theory]
    [InlineData("<a href=/author/jane>Jane Doe</a>, <a href=/author/ola>Ola Berg</a>", "Jane Doe|Ola Berg")]
    [InlineData("<a href=/author/jane>Jane Doe</a>, edited by <a href=/author/ola>Ola Berg</a>", "Jane Doe")]
    [InlineData("<a href=/author/max>Max Roe</a>, <a href=/author/ola>Ola Berg</a>", "Jane Doe")]
    [InlineData("Written by Dr Jane Doe, Ola Berg", "Dr Jane Doe|Ola Berg")]
    [InlineData("Written by Mary Jane Doe, Ola Berg", "Mary Jane Doe|Ola Berg")]
    public void What_stands_above_the_body_completes_the_stated_author(string line, string expected) =>
        Assert.Equal(expected, AuthorsOf("<meta name=author content='Jane Doe'>", $"<div>{line}</div>"));

    [Fact]
    public void A_link_below_the_body_does_not_complete_the_stated_author() => Assert.Equal(
        "Jane Doe",
        AuthorsOf(
            "<meta name=author content='Jane Doe'>",
            "",
            "<p><a href=/author/jane>Jane Doe</a>, <a href=/author/jane>Other Stories</a></p>"));

    [Theory]
    [InlineData("Contributions from: ")]
    [InlineData("Additional reporting by ")]
    [InlineData("Mitarbeit: ")]
    [InlineData("Traducido por ")]
    public void Who_helped_is_no_author(string words) => Assert.Equal(
        "Jane Doe",
        AuthorsOf(
            "",
            "<p>By <a rel=author href=/jane>Jane Doe</a></p>"
                + $"<p>{words}<a rel=author href=/ola>Ola Berg</a> &amp; <a rel=author href=/max>Max Roe</a></p>"));

    [Fact]
    public void Who_is_credited_comes_before_the_team_that_is_stated() => Assert.Equal(
        "Jane Doe",
        AuthorsOf(
            "<meta name=author content='Team Tide'>",
            "<p>By Team Tide</p>",
            "<div>Written by Jane Doe</div>"));

    [Theory]
    [InlineData("<p class=byline>By Team Tide</p>", "Jane Doe")]
    [InlineData("<p class=byline>By Ola Berg</p>", "Ola Berg")]
    public void Who_is_credited_comes_before_a_team_in_the_byline(string byline, string expected) =>
        Assert.Equal(expected, AuthorsOf("", byline, "<div>Written by Jane Doe</div>"));

    [Theory]
    [InlineData("<h3>Jana Weiß</h3><p>Jana Weiß schreibt über das Meer.</p>", "Jana Weiß")]
    [InlineData("<h3>Jana Weiß</h3><p>Ola Berg schreibt über das Meer.</p>", "")]
    [InlineData("<h3>The pier</h3><p>The pier opens at nine.</p>", "")]
    [InlineData("<h3>Jane Doe</h3><p>Jane Doe swims.</p><h3>Ola Berg</h3><p>Ola Berg sails.</p>", "")]
    public void A_single_biography_at_the_end_is_that_of_the_author(string end, string expected) =>
        Assert.Equal(expected, AuthorsOf("", "", end));

    [Theory]
    [InlineData("<p class=author>By The harbour desk</p>", "The harbour desk")]
    [InlineData("<p class=author>The harbour desk</p>", "")]
    [InlineData("<a rel=author href=/kl>kl/mo</a>", "kl/mo")]
    [InlineData("<a rel=author href=/kl>all his stories</a>", "")]
    [InlineData("<p class=author>By staff</p>", "")]
    public void A_newsroom_in_the_byline_is_told_as_written_when_nobody_else_is(string byline, string expected) =>
        Assert.Equal(expected, AuthorsOf("", byline));

    [Theory]
    [InlineData("<p>Jana Weiß | 4. Mai 2026</p>", "Jana Weiß")]
    [InlineData("<p>4 mai 2026 • Zoé Lambert</p>", "Zoé Lambert")]
    [InlineData("<ul><li>Deniz Kaya</li><li>04.05.2026</li></ul>", "Deniz Kaya")]
    [InlineData("<p>Ola van der Berg</p><p>Fisherman</p><p>4 May 2026</p>", "Ola van der Berg")]
    [InlineData("<div><span>May 4, 2026</span><span>Jane K. Doe</span></div>", "Jane K. Doe")]
    [InlineData("<p>Deniz Kaya</p>", "")]
    [InlineData("<p>Harbour Master | 4 May 2026</p>", "")]
    [InlineData("<p><a href=/sea>Ola Berg</a> | 4 May 2026</p>", "")]
    [InlineData("<p>Blue Water | 4 May 2026</p>", "")]
    [InlineData("<p>OPEN SEA | 4 May 2026</p>", "")]
    [InlineData("<p>Pier Opens | 4 May 2026</p>", "")]
    [InlineData("<p>Share Article</p><p>4 May 2026</p>", "Share Article")]
    [InlineData("<p>Table of Contents</p><p>4 May 2026</p>", "")]
    public void A_name_may_stand_beside_the_date_alone(string lines, string expected) => Assert.Equal(
        expected, AuthorsOf("<meta name=keywords content='Blue Water, Sea'><title>Pier opens again</title>", lines));

    [Theory]
    [InlineData("<p>Jane Doe writes about the sea for a living.</p>", "Jane Doe")]
    [InlineData("<p>Jane Doe: a life at sea.</p>", "")]
    [InlineData("<aside class=related><div class=author>Jane Doe, harbour desk</div></aside>", "Jane Doe")]
    [InlineData("<p>Ola Berg writes about the sea.</p>", "")]
    public void A_biography_tells_that_a_lone_line_is_a_name(string end, string expected) =>
        Assert.Equal(expected, AuthorsOf("", "<p>Jane Doe</p>", end));

    [Theory]
    [InlineData("<div class=author-box><div>Jana Weiß</div>{0}</div>", "Jana Weiß")]
    [InlineData("<div class=author-box><div>harbour news</div>{0}</div>", "")]
    public void An_authors_box_begins_with_the_name(string box, string expected) =>
        Assert.Equal(expected, AuthorsOf("", "", string.Format(null, box, "<p>"
            + string.Join(' ', Enumerable.Repeat("She has lived by the sea for years.", 12)) + "</p>")));

    [Fact]
    public void A_list_of_authors_stands_below_its_label() => Assert.Equal(
        "Jane A. Doe|Ola Berg",
        AuthorsOf("", "<h6>Author(s)</h6><ul><li>Jane A. Doe</li><li>Ola Berg</li></ul><div>Max Roe</div>"));

    [Theory]
    [InlineData("<p><b>Jane Doe/Ola Berg</b></p>", "Jane Doe|Ola Berg")]
    [InlineData("<p><b>Harbour Master/Ola Berg</b></p>", "")]
    public void A_signature_may_stand_below_the_standfirst(string line, string expected) => Assert.Equal(
        expected, AuthorsOf("", $"<p><i>The boats are back in the old harbour, the old men say, and the nets are mended.</i></p>"
            + $"<p><i>What was torn in spring, they say, is as good as new, and so are the boats.</i></p>{line}"));

    private static string AuthorsOf(string head, string above, string below = "") => string.Join('|', Pages.Extract(
        $"<html lang=en><head>{head}</head><article><h1>Pier opens again</h1>{above}{Text}"
            + $"{Text.Replace("again", "soon", StringComparison.Ordinal)}{below}</article>").Article!.Authors);
}
