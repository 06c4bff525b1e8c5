namespace NewsDiff.Tests.Extraction;

public sealed class DateTests
{
    private const string Stated = "<meta property=article:published_time content='2026-05-03T08:00:00+00:00'>";

    [Theory]
    [InlineData("<p>Updated 5 May 2026</p>", null, "2026-05-05")]
    [InlineData("<p>Published 3 May 2026, updated 5 May 2026</p>", "2026-05-03", "2026-05-05")]
    [InlineData("<div><span>Last updated</span> <time datetime='2026-05-05T10:00Z'>5 May</time></div>", null, "2026-05-05T10:00+00:00")]
    [InlineData("<div>Updated on</div><div>May 5, 2026</div>", null, "2026-05-05")]
    [InlineData("<p>Zuletzt aktualisiert: 5. Mai 2026</p>", null, "2026-05-05")]
    [InlineData("<p>Mis à jour le 5 mai 2026</p>", null, "2026-05-05")]
    [InlineData("<p>最終更新 2026年5月5日</p>", null, "2026-05-05")]
    [InlineData("<p>Обновлено 5 мая 2026</p>", null, "2026-05-05")]
    [InlineData("<time datetime='2026-05-03'>3 May 2026</time><p>Updated: <time datetime='2026-05-05'>5 May 2026</time></p>", "2026-05-03", "2026-05-05")]
    public void The_date_of_an_update_is_not_that_of_the_publication(string line, string? published, string? modified)
    {
        Article article = Read("", line);

        Assert.Equal((published, modified), (article.PublishedAt?.ToString(), article.ModifiedAt?.ToString()));
    }

    [Theory]
    [InlineData("<p>12 March 2019</p>", "2019-03-12")]
    [InlineData("<p>Updated 12 March 2019</p>", "2026-05-03T08:00:00+00:00")]
    [InlineData("<p>2 May 2026</p>", "2026-05-03T08:00:00+00:00")]
    [InlineData("<p>1 May 2026, 18:00</p>", "2026-05-01T18:00")]
    [InlineData("<p>7 May 2026</p>", "2026-05-03T08:00:00+00:00")]
    public void An_earlier_date_under_the_headline_stands_above_the_stated_one(string line, string expected) =>
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
            "2026-05-03", Read("<link rel=canonical href='https://example.org/2026/05/03/mill'>", "").PublishedAt?.ToString());

    [Fact]
    public void A_date_may_be_wrapped_in_an_object_of_the_linked_data() =>
        Assert.Equal(
            "2026-05-03",
            Read("""<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": {"@type": "Date", "@value": "2026-05-03"}}]}</script>""", "")
                .PublishedAt?.ToString());

    private static Article Read(string head, string line, string path = "/mill")
    {
        string html = $"""
            <html lang="en-GB"><head>{head}</head><body><main><h1>Mill sold to the town</h1>{line}
            <p>The mill by the river was sold to the town on Monday evening, the council said in a letter.</p>
            <p>It will be repaired in the autumn of next year, and opened to all visitors after that.</p></main></body></html>
            """;
        return Pages.Extract(html, "https://example.org" + path).Article ?? throw new InvalidOperationException("No article.");
    }
}
