using System.Collections.Immutable;
using System.Text;
using NewsDiff.Extraction;

namespace NewsDiff.Tests.Extraction;

public sealed class SiteRulesTests
{
    private const string Html = """
        <html><head><title>Site | News</title><meta name="pub" content="2026-05-03T10:00:00+02:00"></head><body>
        <div class="kicker">Mill sold</div>
        <div class="who"><span>Nora Ashdown</span><span>Piet van Dam</span></div>
        <div class="promo text"><p>The mill was sold.</p><p class="x">Buy a mug of the mill for nine crowns in our shop, while they last.</p><p>It closes.</p></div>
        <div class="long"><p>This long paragraph is about the weather, which was fine on Monday, and will be fine on Tuesday as well.</p>
        <p>This long paragraph is about the trains, which were late on Monday, and will be late on Tuesday as well.</p></div>
        <div class="promo text"><p>The end.</p></div>
        </body></html>
        """;

    [Fact]
    public void The_fields_are_read_where_the_rule_points()
    {
        Article article = Extract("""
            {"example.org": {"title": ".kicker", "body": ".text", "remove": [".x"], "date": "meta[name=pub]", "authors": ".who span"}}
            """);

        Assert.Equal("Mill sold", article.Title);
        Assert.Equal(
            ["The mill was sold.", "It closes.", "The end."], article.Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Equal(["Nora Ashdown", "Piet van Dam"], article.Authors);
        Assert.Equal("2026-05-03T10:00:00+02:00", article.PublishedAt?.ToString());
    }

    [Theory]
    [InlineData(".text p:not(.x)")]
    [InlineData(".text :is(p):not(.x)")]
    public void The_body_may_be_matched_paragraph_by_paragraph(string selector) =>
        Assert.Equal(
            ["The mill was sold.", "It closes.", "The end."],
            Extract($$$"""{"example.org": {"body": "{{{selector}}}"}}""").Paragraphs
                .Select(paragraph => paragraph.Text));

    [Fact]
    public void A_single_short_paragraph_may_be_the_body() =>
        Assert.Equal(
            "The mill was sold.",
            Assert.Single(
                Extract("""{"example.org": {"body": ".text p:first-child:not(:last-child)"}}""").Paragraphs).Text);

    [Theory]
    [InlineData(
        """{"example.org": {"body": ".gone", "title": ".gone", "date": ".gone", "authors": ".gone", "remove": ".gone"}}""")]
    [InlineData("""{"other.org": {"body": ".text"}, "ample.org": {"title": ".kicker"}}""")]
    public void What_no_rule_finds_is_read_the_generic_way(string rules)
    {
        Article expected = Extract("{}");

        Article actual = Extract(rules);

        Assert.True(expected.HasSameContentAs(actual));
        Assert.Equal(expected.Authors, actual.Authors);
        Assert.Equal(expected.PublishedAt, actual.PublishedAt);
    }

    [Theory]
    [InlineData("https://example.org/a", "example.org")]
    [InlineData("https://WWW.example.org/a", "example.org")]
    [InlineData("https://live.news.example.org/a", "news.example.org")]
    [InlineData("https://badexample.org/a", null)]
    public void The_rule_of_the_nearest_host_counts(string url, string? host) =>
        Assert.Equal(
            host, SiteRules.Parse("""{"example.org": {}, "news.example.org": {},}""").Find(new Uri(url))?.Host);

    [Theory]
    [InlineData("{\n  \"example.org\": {\n    \"body\": \"p[\"\n  }\n}", "example.org", "body", "p[", 3, 13)]
    [InlineData("{\"example.org\": {\"remove\": [\".a\", \"\"]}}", "example.org", "remove", "", 1, 35)]
    [InlineData("{\"example.org\": {\"titel\": \"h1\"}}", "example.org", "titel", null, 1, 18)]
    [InlineData("{\"example.org\": {\"title\": 3}}", "example.org", "title", null, 1, 27)]
    [InlineData("{\"example.org\": {\"title\": \"a\", \"title\": \"b\"}}", "example.org", "title", null, 1, 32)]
    [InlineData("{\"example.org\": {}, \"Example.org\": {}}", "Example.org", null, null, 1, 21)]
    [InlineData("{\"https://example.org\": {}}", "https://example.org", null, null, 1, 2)]
    [InlineData("{\"example.org\": \"h1\"}", "example.org", null, null, 1, 17)]
    [InlineData("[]", null, null, null, 1, 1)]
    [InlineData("{} {}", null, null, null, 1, 0)]
    [InlineData("{\n \"example.org\": {", null, null, null, 2, 0)]
    [InlineData("", null, null, null, 1, 0)]
    public void A_wrong_rule_is_named_with_its_place(
        string json,
        string? host,
        string? field,
        string? selector,
        int line,
        int column)
    {
        SiteRulesException fault = Assert.Throws<SiteRulesException>(() => SiteRules.Parse(json));

        Assert.Equal((host, field, selector, line), (fault.Host, fault.Field, fault.Selector, fault.Line));
        Assert.True(column == 0 || column == fault.Column, $"column {fault.Column}");
        Assert.All(
            new[] { host, field, selector },
            name => Assert.Contains(name ?? "", fault.Message, StringComparison.Ordinal));
        Assert.Contains($"line {line}, column {fault.Column}", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_are_loaded_from_a_stream_with_a_byte_order_mark()
    {
        using var stream = new MemoryStream([.. Encoding.UTF8.Preamble, .. "{\"example.org\": {\"title\": \"h1\"}}"u8]);

        SiteRules rules = await SiteRules.LoadAsync(stream, TestContext.Current.CancellationToken);

        Assert.Equal("h1", Assert.Single(rules.All).Title);
    }

    [Fact]
    public void Trying_a_rule_shows_what_each_selector_matches()
    {
        SiteRules rules = SiteRules.Parse(
            """{"example.org": {"authors": ".who span", "date": ["meta[name=pub]"], "body": ".gone"}}""");

        ImmutableDictionary<string, ImmutableArray<string>> matches = rules.Try(
            Request(), TestContext.Current.CancellationToken);

        Assert.Equal(["authors", "body", "date"], matches.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["Nora Ashdown", "Piet van Dam"], matches["authors"]);
        Assert.Equal(["2026-05-03T10:00:00+02:00"], matches["date"]);
        Assert.Empty(matches["body"]);
    }

    private static Article Extract(string rules) =>
        new HtmlArticleExtractor(new ExtractionOptions { Rules = SiteRules.Parse(rules) })
            .Extract(Request(), TestContext.Current.CancellationToken).Article
        ?? throw new InvalidOperationException("No article.");

    private static ExtractionRequest Request() => new() { Html = Html, Url = new Uri("https://www.example.org/mill") };
}
