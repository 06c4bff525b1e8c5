using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace NewsDiff.Tests.Extraction;

public sealed class DateTests
{
    private const string Stated = "<meta property=article:published_time content='2026-05-03T08:00:00+00:00'>";

    [Theory]
    [InlineData("<p>Published 3 May 2026, updated 5 May 2026</p>", "2026-05-03", "2026-05-05")]
    [InlineData(
        "<p>3 May 2026</p><div><span>Last updated</span> <time datetime='2026-05-05T10:00Z'>5 May</time></div>",
        "2026-05-03",
        "2026-05-05T10:00+00:00")]
    [InlineData(
        "<time datetime='2026-05-03'>3 May 2026</time><p>Updated: <time datetime='2026-05-05'>5 May 2026</time></p>",
        "2026-05-03",
        "2026-05-05")]
    [InlineData(
        "<div><span>News</span><span>3 May 2026</span><span>Updated 5 May 2026</span></div>",
        "2026-05-03",
        "2026-05-05")]
    public void The_date_of_an_update_is_not_that_of_the_publication(string line, string published, string modified)
    {
        Article article = Read("", line);

        Assert.Equal((published, modified), (article.PublishedAt?.ToString(), article.ModifiedAt?.ToString()));
    }

    [Theory]
    [InlineData("<p>The exhibition on the pier is open until <time datetime='2026-05-01'>1 May 2026</time>.</p>")]
    [InlineData("<p>Im Hafenfunk ausgestrahlt wurde die Sendung am 1. Mai 2026.</p>")]
    [InlineData("<p>展覧会は <time datetime='2026-05-01'>2026年5月1日</time>。</p>")]
    public void A_date_that_ends_a_sentence_does_not_correct_the_stated_one(string line) =>
        Assert.Equal("2026-05-03T08:00:00+00:00", Read(Stated, line).PublishedAt?.ToString());

    [Theory]
    [InlineData("<p>First published here on the pier on 1 May 2026.</p>")]
    [InlineData("<p>By Ann Example and Ola van der Berg, 1 May 2026.</p>")]
    [InlineData("<p>1 May 2026</p>")]
    public void A_labelled_or_signed_date_corrects_the_stated_one_at_the_end_of_a_line_too(string line) =>
        Assert.Equal("2026-05-01", Read(Stated, line).PublishedAt?.ToString());

    [Theory]
    [InlineData("<p>Updated 5 May 2026</p>")]
    [InlineData("<div>Updated on</div><div>May 5, 2026</div>")]
    [InlineData("<p>Zuletzt aktualisiert: 5. Mai 2026</p>")]
    [InlineData("<p>Mis à jour le 5 mai 2026</p>")]
    [InlineData("<p>最終更新 2026年5月5日</p>")]
    [InlineData("<p>Обновлено 5 мая 2026</p>")]
    public void Where_only_an_update_is_dated_that_is_the_date_of_the_article(string line)
    {
        Article article = Read("", line);

        Assert.Equal(("2026-05-05", "2026-05-05"), (article.PublishedAt?.ToString(), article.ModifiedAt?.ToString()));
    }

    [Theory]
    [InlineData(
        "<p>A long first sentence tells what the article is about, so that it reads like prose.</p><div>3 May 2026 • "
        + "3 min read</div>")]
    [InlineData("<p>Erscheint</p><div>3. Mai 2026</div>")]
    [InlineData("<ul><li>Ann Example</li><li>03.05.2026</li></ul>")]
    [InlineData("<div><span>Budget</span><span>MAY 3, 2026</span></div>")]
    public void The_date_beside_the_headline_is_read_and_not_that_of_the_day_in_the_masthead(string line) =>
        Assert.Equal(
            "2026-05-03",
            Read(
                "",
                line,
                above: "<div class=date>Friday, 6 November 2026</div><p>News</p><p>Sport</p><p>Weather</p>").PublishedAt?.ToString());

    [Fact]
    public void A_date_below_the_body_is_not_read_when_an_update_is_dated_under_the_headline() =>
        Assert.Equal(
            "2026-05-05",
            Read(
                "",
                "<p>Last modified: 5 May 2026</p>",
                below: "<div>Another mill</div><p>3 March 2026</p>").PublishedAt?.ToString());

    [Theory]
    [InlineData("Published")]
    [InlineData("Veröffentlicht am")]
    [InlineData("Publié le")]
    [InlineData("Publicado el")]
    [InlineData("Опубликовано")]
    [InlineData("公開日")]
    public void A_labelled_date_below_the_body_is_preferred_to_a_later_stated_one(string label) =>
        Assert.Equal(
            "2026-04-01",
            Read(
                Stated,
                "",
                below: $"<div>{label} <time datetime=2026-04-01>1.4.</time></div>").PublishedAt?.ToString());

    [Fact]
    public void Labelled_dates_of_a_list_below_the_body_belong_to_other_articles()
    {
        string list = string.Concat(
            Enumerable.Range(1, 3).Select(
                day => $"<div>Mill {day}</div><div>Published <time datetime=2026-04-0{day}>April</time></div>"));

        Assert.Equal("2026-05-03T08:00:00+00:00", Read(Stated, "", below: list).PublishedAt?.ToString());
    }

    [Theory]
    [InlineData(
        "<meta property=article:published_time content='2026-05-04T01:18:13Z'>",
        "<time datetime='2026-05-03T17:18:13-08:00'>3 May</time>")]
    [InlineData(
        "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"datePublished\": "
        + "\"2026-05-04T01:18:13Z\"}</script><meta property=article:published_time "
        + "content='2026-05-03T17:18:13-08:00'>",
        "")]
    public void An_instant_that_is_stated_twice_keeps_the_offset_of_the_publisher(string head, string line) =>
        Assert.Equal("2026-05-03T17:18:13-08:00", Read(head, line).PublishedAt?.ToString());

    [Theory]
    [InlineData("<title>Mill sold to the town - 03.05.2026 - The Valley Post</title>")]
    [InlineData("<meta property=og:url content='https://example.org/read?a=20260503-17'>")]
    public void A_date_is_read_from_the_title_and_the_address_that_the_page_states(string head) =>
        Assert.Equal("2026-05-03", Read(head, "").PublishedAt?.ToString());

    [Theory]
    [InlineData("<p>12 March 2019</p>", "2019-03-12")]
    [InlineData("<p>Updated 12 March 2019</p>", "2026-05-03T08:00:00+00:00")]
    [InlineData("<p>2 May 2026</p>", "2026-05-03T08:00:00+00:00")]
    [InlineData("<p>1 May 2026, 18:00</p>", "2026-05-01T18:00")]
    [InlineData("<p>7 May 2026</p>", "2026-05-03T08:00:00+00:00")]
    public void An_earlier_date_under_the_headline_is_preferred_to_the_stated_one(string line, string expected) =>
        Assert.Equal(expected, Read(Stated, line).PublishedAt?.ToString());

    [Theory]
    [InlineData("/2026/05/03/mill", "2026-05-03")]
    [InlineData("/news/2026-05-03-mill.html", "2026-05-03")]
    [InlineData("/blog/2026/may/03/mill", "2026-05-03")]
    [InlineData("/2026/5/3/mill", "2026-05-03")]
    [InlineData("/news/20260503/mill", "2026-05-03")]
    [InlineData("/news/mill-20260503", "2026-05-03")]
    [InlineData("/news/mill-20265503", null)]
    [InlineData("/2026/05/mill", null)]
    [InlineData("/2026/05/1234", null)]
    [InlineData("/1000-2026-05", null)]
    public void A_date_in_the_address_is_read(string path, string? expected) =>
        Assert.Equal(expected, Read("", "", path).PublishedAt?.ToString());

    [Fact]
    public void A_date_in_the_address_that_the_page_states_for_itself_is_read() =>
        Assert.Equal(
            "2026-05-03",
            Read("<link rel=canonical href='https://example.org/2026/05/03/mill'>", "").PublishedAt?.ToString());

    [Fact]
    public void A_date_may_be_wrapped_in_an_object_of_the_linked_data() =>
        Assert.Equal(
            "2026-05-03",
            Read(
                """<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": {"@type": "Date", "@value": "2026-05-03"}}]}</script>""",
                "")
                .PublishedAt?.ToString());

    [Theory]
    [InlineData("en-US", "<p>11/01/2021</p>", "2021-11-01T08:00:00+00:00")]
    [InlineData("en-GB", "<p>11/01/2021</p>", "2021-11-01T08:00:00+00:00")]
    [InlineData("en-GB", "<p>Published <time>11/01/2021</time></p>", "2021-11-01T08:00:00+00:00")]
    [InlineData("en-GB", "<p>03/04/2020</p>", "2021-11-01T08:00:00+00:00")]
    [InlineData("en-GB", "<p>13/04/2020</p>", "2020-04-13")]
    [InlineData("en-GB", "<p>3 April 2020</p>", "2020-04-03")]
    public void An_ambiguous_shown_date_does_not_outrank_a_stated_one(string language, string line, string expected) =>
        Assert.Equal(
            expected,
            Read(
                "<meta property=article:published_time content='2021-11-01T08:00:00+00:00'>",
                line,
                language: language).PublishedAt?.ToString());

    [Theory]
    [InlineData("en-GB", "/mill", "<p>05/03/2026</p>", "2026-03-05")]
    [InlineData("en-US", "/mill", "<p>05/03/2026</p>", "2026-05-03")]
    [InlineData("", "/mill", "<p>05/03/2026</p>", null)]
    [InlineData("ja", "/mill", "<p>05/03/2026</p>", null)]
    [InlineData("", "/2026/05/03/mill", "<p>05/03/2026, 14:20</p>", "2026-05-03T14:20")]
    [InlineData("en-GB", "/2026/05/03/mill", "<p>05/03/2026, 14:20</p>", "2026-05-03T14:20")]
    [InlineData("", "/mill", "<p>05/03/2026</p><p>Updated <time>25/03/2026</time></p>", "2026-03-05")]
    [InlineData("en-US", "/mill", "<p>05/03/2026</p><p>Updated <time>25/03/2026</time></p>", "2026-03-05")]
    public void The_page_decides_which_figure_is_the_day_and_which_the_month(
        string language,
        string path,
        string line,
        string? expected) =>
        Assert.Equal(expected, Read("", line, path, language: language).PublishedAt?.ToString());

    [Fact]
    public void Shown_dates_of_two_readings_never_change_the_stated_one() => Prop.ForAll(
        Arb.From(
            from first in Gen.Choose(1, 12)
            from second in Gen.Choose(1, 12).Where(second => second != first)
            from year in Gen.Choose(2015, 2026)
            from language in Gen.Elements("en-US", "en-GB", "en", "es", "ja", "")
            from form in Gen.Elements(
                "<p>{0}</p>",
                "<p>Published {0}</p>",
                "<time>{0}</time>",
                "<div class=date>{0}</div>",
                "<p>Updated {0}</p>")
            select (Line: string.Format(
                CultureInfo.InvariantCulture, form, $"{first:00}/{second:00}/{year}"), Language: language)),
        page => Read(Stated, page.Line, language: page.Language).PublishedAt?.Local.Date == new DateTime(2026, 5, 3))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static Article Read(
        string head,
        string line,
        string path = "/mill",
        string above = "",
        string below = "",
        string language = "en-GB")
    {
        string html = $"""
            <html lang="{language}"><head>{head}</head><body>{above}<main><h1>Mill sold to the town</h1>{line}
            <p>The mill by the river was sold to the town on Monday evening, the council said in a letter.</p>
            <p>It will be repaired in the autumn of next year, and opened to all visitors after that.</p></main>{below}</body></html>
            """;
        return Pages.Extract(html, "https://example.org" + path).Article
            ?? throw new InvalidOperationException("No article.");
    }
}
