using NewsDiff.Text;

namespace NewsDiff.Tests.Extraction;

public sealed class LinkedDataTests
{
    private const string Text =
        "<p>The mill by the river was sold on Monday, the council said, and will be open to visitors in the spring.</p>"
        + "<p>Its new owner wants to grind flour there again, as soon as the wheel has been mended and tried.</p>";

    private const string Article =
        """{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Ada Lind"}, "datePublished": "2026-05-03"}""";

    [Theory]
    [InlineData("""{"a": "She said "come" to all", "b": 1}""", """[{"a":"She said \"come\" to all","b":1}]""")]
    [InlineData("""{"b": "He said "yes", and left", "c": 2}""", """[{"b":"He said \"yes\", and left","c":2}]""")]
    [InlineData("""{"a":, "b": 1}""", """[{"a":null,"b":1}]""")]
    [InlineData("""{"a": "x" "b": "y"}""", """[{"a":"x","b":"y"}]""")]
    [InlineData("""{"a": ["x", {"b": "cut o""", """[{"a":["x",{"b":"cut o"}]}]""")]
    [InlineData("""{"a": "it\'s", "b": "\u00e4\n"}""", """[{"a":"it's","b":"\u00e4\n"}]""")]
    [InlineData("{'a': 'b', c: 'd'}", """[{"a":"b","c":"d"}]""")]
    [InlineData("""<!-- {"a": 1} -->""", """[{"a":1}]""")]
    [InlineData("""/* <![CDATA[ */ {"a": 1} /* ]]> */""", """[{"a":1}]""")]
    [InlineData("""{"a": 1}{"b": 2},{"c": 3};""", """[{"a":1},{"b":2},{"c":3}]""")]
    [InlineData("{&quot;a&quot;: &quot;b&quot;}", """[{"a":"b"}]""")]
    [InlineData("""{"a": [1, 2}""", """[{"a":[1,2]}]""")]
    [InlineData("""{"a": undefined, "b": 007, "c": true}""", """[{"a":null,"b":null,"c":true}]""")]
    [InlineData("", "[]")]
    [InlineData("]}", "[]")]
    public void Broken_json_is_mended(string broken, string expected) =>
        Assert.Equal(expected, BrokenJson.Mend(broken, 10));

    [Fact]
    public void Json_that_is_nested_too_deeply_is_not_mended() =>
        Assert.Null(BrokenJson.Mend(new string('[', 11), 10));

    [Fact]
    public void Mending_takes_a_time_that_grows_with_the_text()
    {
        string quotes = string.Concat(Enumerable.Repeat("\" , ", 200_000));
        Assert.NotNull(BrokenJson.Mend("{\"a\": \"" + quotes, 10));
        Assert.NotNull(BrokenJson.Mend("{\"a\": \"" + new string('"', 800_000), 10));
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("[{0}]")]
    [InlineData("""{{"@graph": [{{"@type": "WebSite", "name": "x"}}, {0}]}}""")]
    [InlineData("\uFEFF{0}")]
    [InlineData("<!-- {0} -->")]
    [InlineData("{0};")]
    [InlineData("""{{"@type": "WebSite"}}{0}""")]
    public void An_article_is_found_however_the_script_is_written(string form)
    {
        Article? article = Read(string.Format(null, form, Article));
        Assert.Equal("Ada Lind", Assert.Single(article!.Authors));
        Assert.Equal("2026-05-03", article.PublishedAt?.ToString());
    }

    [Fact]
    public void A_script_that_is_one_string_is_read() =>
        Assert.Equal(
            "2026-05-03",
            Read($"\"{Article.Replace("\"", "\\\"", StringComparison.Ordinal)}\"")!.PublishedAt?.ToString());

    [Theory]
    [InlineData("""{"name": ["Ada Lind", "Ole Berg"]}""", "Ada Lind|Ole Berg")]
    [InlineData("""{"givenName": "Ada", "familyName": "Lind"}""", "Ada Lind")]
    [InlineData("""{"givenName": "Ada", "additionalName": "Maria", "familyName": "Lind"}""", "Ada Maria Lind")]
    [InlineData("""{"givenName": "Ada"}""", "")]
    public void An_author_is_named_whole_or_in_parts(string author, string expected) =>
        Assert.Equal(expected, string.Join('|', Read($$"""{"@type": "NewsArticle", "author": {{author}}}""")!.Authors));

    [Fact]
    public void An_author_may_be_described_in_another_script() =>
        Assert.Equal("Ada Lind", Assert.Single(Read(
            """{"@type": "NewsArticle", "author": {"@id": "#ada"}}</script><script type=application/ld+json>{"@type": "Person", "@id": "#ada", "name": "Ada Lind"}""")!
                .Authors));

    [Theory]
    [InlineData("https://example.org/other", "2026-05-03")]
    [InlineData(null, "2019-01-01")]
    public void The_article_of_the_page_counts_and_not_that_of_another(string? address, string expected)
    {
        string other = address is null ? "" : $"\"url\": \"{address}\", ";
        Assert.Equal(expected, Read(
            $$"""
            [{"@type": "NewsArticle", {{other}}"headline": "Other", "datePublished": "2019-01-01"},
             {"@type": "NewsArticle", "url": "https://example.org/mill", "headline": "Mill", "datePublished": "2026-05-03"}]
            """)!.PublishedAt?.ToString());
    }

    [Fact]
    public void A_second_description_of_the_article_adds_what_is_missing()
    {
        Article? article = Read(
            $$"""[{"@type": "NewsArticle", "url": "/mill", "datePublished": "2026-05-03"}, {"@type": "Article", "url": "/mill", "author": "Ada Lind", "datePublished": "2025-01-01"}]""");
        Assert.Equal("Ada Lind", Assert.Single(article!.Authors));
        Assert.Equal("2026-05-03", article.PublishedAt?.ToString());
    }

    [Theory]
    [InlineData("1777787400", "2026-05-03T05:50:00+00:00")]
    [InlineData("\"1777787400000\"", "2026-05-03T05:50:00+00:00")]
    [InlineData("\"20260503\"", "2026-05-03")]
    [InlineData("12345", null)]
    public void A_date_may_be_counted_from_1970(string date, string? expected) =>
        Assert.Equal(
            expected,
            Read($$"""{"@type": "NewsArticle", "datePublished": {{date}}}""")!.PublishedAt?.ToString());

    [Theory]
    [InlineData("&lt;p&gt;{0}&lt;/p&gt;&lt;p&gt;{1}&lt;/p&gt;")]
    [InlineData("<p>{0}<\\/p><p>{1}<\\/p>")]
    [InlineData("{0}\\n\\n{1}")]
    public void A_stated_body_is_read_without_its_markup(string form)
    {
        const string First =
            "The mill by the river was sold on Monday, the council said, and will be open to visitors in spring. "
            + "It was built by two brothers, who came from the hills and had never seen so wide a river before.";
        const string Second =
            "Its new owner wants to grind flour there again, as soon as the wheel has been mended and tried out.";
        Article? article = Pages.Extract(
            "<script type=application/ld+json>{\"@type\": \"NewsArticle\", \"articleBody\": \""
                + string.Format(null, form, First, Second + " " + First) + "\"}</script><div id=app></div>").Article;
        Assert.Equal([First, Second + " " + First], article!.Paragraphs.Select(paragraph => paragraph.Text));
    }

    private static Article? Read(string json) =>
        Pages.Extract($"<script type=application/ld+json>{json}</script>{Text}", "https://example.org/mill").Article;
}
