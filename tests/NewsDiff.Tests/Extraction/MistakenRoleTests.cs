using NewsDiff.Extraction;

namespace NewsDiff.Tests.Extraction;

/// <summary>An article is found by its text, whatever the elements around it are called.</summary>
public sealed class MistakenRoleTests
{
    private const string Cookies =
        "<div class=cookie-banner><p>We use cookies to measure how our pages are read, and to show you what fits. "
        + "You may refuse.</p>"
            + "<p>Our partners may store data on your device, which you can change at any time in the settings of "
            + "your browser.</p></div>";

    private const string Remarks =
        "<section class=comments><h2>Comments</h2><div class=comment><p>I have lived here for forty years and never "
        + "saw the mill turn.</p></div>"
            + "<div class=comment><p>They should have sold it when my father asked for it, which was long before the "
            + "last election.</p></div></section>";

    private static readonly string[] Text =
    [
        "The mill by the river was sold to the town on Monday evening, the council said in a letter to all who live "
        + "near it.",
        "It will be repaired in the autumn of next year, and opened to all visitors after that, if the money is "
        + "found in time.",
        "The miller, who has worked there for thirty years, said that she will stay until the last sack of flour is "
        + "filled.",
        "Nobody could say what becomes of the two cats, but the mayor promised that they may keep the loft for "
        + "themselves.",
    ];

    public static TheoryData<string> Names =>
    [
        "share", "entry themeform share", "blog_teaser_text", "live-match-comment", "NewsDetailsContentTags",
        "sponsored", "newsletter-text",
        "related", "sidebar", "widget", "modal", "footer-text", "nav-text", "caption", "byline", "meta", "promo",
        "login", "ticker", "hide",
        "toc-para", "comment", "ad", "readmore-content", "visually-hidden",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_wrapper_of_the_only_text_is_the_article(string name) =>
        AssertRead($"<div class=page><h1>Mill sold</h1><div class=\"{name}\">{Paragraphs("")}</div></div>");

    [Theory]
    [MemberData(nameof(Names))]
    public void A_wrapper_of_headline_and_text_is_the_article(string name) =>
        AssertRead($"<div class=\"{name}\"><h1>Mill sold</h1>{Paragraphs("")}</div>");

    [Theory]
    [MemberData(nameof(Names))]
    public void Paragraphs_that_all_have_one_name_are_the_article(string name) =>
        AssertRead($"<article><h1>Mill sold</h1>{Paragraphs($" class=\"{name}\"")}</article>");

    [Theory]
    [MemberData(nameof(Names))]
    public void An_element_of_a_line_around_the_whole_text_is_the_article(string name) =>
        AssertRead(
            $"<div class=page><h1>Mill sold</h1><span class=\"{name}\">{string.Join("<br><br>", Text)}</span></div>");

    [Theory]
    [MemberData(nameof(Names))]
    public void A_wrapper_within_a_wrapper_is_the_article(string name) =>
        AssertRead(
            $"<main><h1>Mill sold</h1><div class=promo-box><div class=\"{name}\">{Paragraphs("")}</div></div></main>");

    [Theory]
    [InlineData("button")]
    [InlineData("object")]
    [InlineData("map")]
    [InlineData("datalist")]
    public void An_element_that_usually_has_no_text_is_the_article_when_it_holds_all_of_it(string tag)
    {
        AssertRead($"<h1>Mill sold</h1><{tag}>{Paragraphs("")}</{tag}>");
        AssertRead($"<div class=page><h1>Mill sold</h1><div class=share><{tag}>{Paragraphs("")}</{tag}></div></div>");
    }

    [Theory]
    [InlineData("button")]
    [InlineData("object")]
    [InlineData("map")]
    public void Such_an_element_beside_the_article_is_not_part_of_it(string tag)
    {
        Article? article = Pages.Extract(
            $"<article><h1>Mill sold</h1><p>{Text[0]}</p><p>{Text[1]}</p><{tag}><p>{Text[2]}</p><p>{Text[3]}</p></{tag}></article>").Article;

        Assert.Equal(Text[..2], article?.Paragraphs.Select(paragraph => paragraph.Text));
    }

    [Theory]
    [InlineData("comments", 4)]
    [InlineData("hide", 4)]
    [InlineData("related", 1)]
    [InlineData("sidebar", 1)]
    [InlineData("newsletter", 1)]
    public void A_box_beside_a_short_article_is_not_part_of_it(string name, int paragraphs)
    {
        string box = string.Concat(Text.Take(paragraphs).Select(line => $"<p>{line} They did.</p>"));
        Article? article = Pages.Extract(
            $"<main><article><h1>Mill sold</h1><p>{Text[0]}</p></article><div "
            + $"class=\"{name}\">{box}</div></main>").Article;

        Assert.Equal([Text[0]], article?.Paragraphs.Select(paragraph => paragraph.Text));
    }

    [Fact]
    public void A_paragraph_of_another_name_inside_an_article_is_not_part_of_it()
    {
        Article? article = Pages.Extract(
            $"<article><h1>Mill sold</h1><p>{Text[0]}</p><p class=sponsored>{Text[1]}</p><p>{Text[2]}</p></article>").Article;

        Assert.Equal([Text[0], Text[2]], article?.Paragraphs.Select(paragraph => paragraph.Text));
    }

    [Theory]
    [InlineData("", 4)]
    [InlineData("<a href=/b>They did.</a>", 2)]
    public void A_fold_without_links_among_paragraphs_is_read(string link, int read)
    {
        Article? article = Pages.Extract(
            $"<article><h1>Mill sold</h1><p>{Text[0]}</p><p>{Text[1]}</p><div class=readmore-wrapper><div "
            + "class=readmore-content>"
            + $"<p>{Text[2]}</p><p>{Text[3]}</p>{link}</div></div></article>").Article;

        Assert.Equal(Text[..read], article?.Paragraphs.Select(paragraph => paragraph.Text));
    }

    [Fact]
    public void Links_to_other_pages_are_no_article() =>
        Assert.NotEqual(PageVerdict.Article, Pages.Extract(
            $"<h1>Mill Gazette</h1><div class=related>{string.Concat(Text.Select(line => $"<p><a href=/a>{line}</a></p>"))}</div>").Verdict);

    private static string Paragraphs(string attributes) =>
        string.Concat(Text.Select(line => $"<p{attributes}>{line}</p>"));

    private static void AssertRead(string body)
    {
        foreach (string around in (ReadOnlySpan<string>)["", Cookies, Remarks])
        {
            string html =
                $"<html lang=en><head><title>Mill sold</title></head><body>{(around == Cookies ? around : "")}<main>{body}</main>"
                    + $"{(around == Remarks ? around : "")}<footer><p>Mill Gazette. All rights "
                    + "reserved.</p></footer></body></html>";
            ExtractionResult result = Pages.Extract(html);
            Assert.Equal(Text, result.Article?.Paragraphs.Select(paragraph => paragraph.Text) ?? [result.Reason ?? ""]);
        }
    }
}
