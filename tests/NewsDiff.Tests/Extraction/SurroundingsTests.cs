namespace NewsDiff.Tests.Extraction;

/// <summary>What stands around a text: its summary, its captions and the targets of its links.</summary>
public sealed class SurroundingsTests
{
    private const string Prose =
        "The harbour was closed on Monday, after a storm had damaged two of its three cranes and part of the quay.";

    [Theory]
    [InlineData("<meta property=og:description content=' A storm. '><meta name=description content=Other>")]
    [InlineData("<meta name=description content='A storm.'>")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"description\":\"A storm.\"}</script>")]
    public void The_summary_is_what_the_head_states(string head) =>
        Assert.Equal("A storm.", Read("", head).Summary);

    [Fact]
    public void A_page_that_states_nothing_has_nothing_around_its_text()
    {
        Article article = Read("");

        Assert.Null(article.Summary);
        Assert.Empty(article.Captions);
        Assert.Empty(article.Links);
    }

    [Fact]
    public void Captions_are_those_of_the_article_and_not_those_of_teasers()
    {
        Article article = Read(
            "<figure><img src=a><figcaption> The  quay <i>on</i> Monday.</figcaption></figure>"
            + $"<p>{Prose} Twice.</p><figure><img src=b><figcaption>A map.</figcaption></figure><p>{Prose} Thrice.</p>"
            + "<aside class=related><figure><img src=c><figcaption>Another story.</figcaption></figure></aside>",
            after: "<footer><figure><figcaption>The publisher.</figcaption></figure></footer>");

        Assert.Equal(["The quay on Monday.", "A map."], article.Captions);
        Assert.DoesNotContain(article.Paragraphs, paragraph => paragraph.Text.Contains("quay on Monday"));
    }

    [Fact]
    public void Links_are_those_in_the_text_and_each_is_listed_once()
    {
        Article article = Read(
            $"<p>{Prose} <a href=\"/report?page=2\">A report</a> and <a href=\"//b.example/x\">a letter</a> say so, "
            + $"and <a href=\"/report?page=2\">the report</a> says why.</p>"
            + "<p>See <a href=\"#note\">the note</a>, <a href=\"javascript:void(0)\">more</a> and "
            + $"<a href=\"mailto:a@b.example\">write</a>. {Prose}</p>"
            + "<aside class=related><a href=\"/teaser\">Another story</a></aside>",
            after: "<footer><a href=\"/imprint\">Imprint</a></footer>");

        Assert.Equal(
            ["https://example.org/report?page=2", "https://b.example/x"],
            article.Links.Select(link => link.AbsoluteUri));
    }

    [Fact]
    public void What_stands_around_a_text_is_bounded()
    {
        string longer = new('x', 5_000);
        Article article = Read(
            string.Concat(Enumerable.Range(0, 300).Select(n =>
                $"<p>{Prose} <a href=/{n}>It {n}</a> is so.</p>"
                + $"<figure><figcaption>{n} {longer}</figcaption></figure>")),
            $"<meta name=\"description\" content=\"{longer}\">");

        Assert.Equal(
            (100, 100, 1_000, 1_000),
            (article.Links.Length, article.Captions.Length, article.Captions[0].Length, article.Summary!.Length));
    }

    private static Article Read(string body, string head = "", string after = "") => Pages.Extract(
        $"<!DOCTYPE html><html lang=en><head><title>The harbour is closed</title>{head}</head><body><article>"
        + $"<h1>The harbour is closed</h1><p>{Prose}</p>{body}<p>{Prose} Again.</p></article>{after}</body></html>")
        .Article!;
}
