using System.Text;
using System.Text.Json;
using NewsDiff.Storage;

namespace NewsDiff.Tests.Storage;

public sealed class ArticleJsonTests
{
    [Fact]
    public void The_layout_is_the_one_that_databases_hold()
    {
        var article = new Article
        {
            Url = new Uri("https://news.example/1?a=b&c"),
            Title = "Қазақстан \"2\"",
            Paragraphs = ["one", new Paragraph("two", ParagraphKind.Heading)],
            Authors = ["A. B."],
            PublishedAt = new ArticleDate(new DateTime(2026, 5, 3), DatePrecision.Day),
            Language = "kk",
        };

        Assert.Equal(
            """
            {"url":"https://news.example/1?a=b&c","title":"Қазақстан \"2\"","paragraphs":[{"text":"one"},{"text":"two","kind":"Heading"}],"authors":["A. B."],"publishedAt":"2026-05-03","language":"kk","captions":[],"links":[]}
            """,
            Encoding.UTF8.GetString(ArticleJson.Serialize(article)));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_an_escape_that_any_reader_of_JSON_knows()
    {
        byte[] json = ArticleJson.Serialize(
            new Article { Url = new Uri("https://news.example/"), Title = "a\uD83D\0\"\\é" });

        Assert.Contains(
            "\"a\\ud83d\\u0000\\u0022\\u005c\\u00e9\"", Encoding.UTF8.GetString(json), StringComparison.Ordinal);
        Assert.Equal("a\uD83D\0\"\\é", ArticleJson.Deserialize(json).Title);
    }

    [Fact]
    public void Every_escape_of_JSON_is_read()
    {
        byte[] json = Encoding.UTF8.GetBytes(
            """{"url":"http://a/","title":"\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00 é\uDE00"}""");

        Assert.Equal("\"\\/\b\f\n\r\té\uD83D\uDE00 é\uDE00", ArticleJson.Deserialize(json).Title);
    }

    [Fact]
    public void Missing_fields_are_empty_and_unknown_ones_are_ignored()
    {
        Article article = ArticleJson.Deserialize("""{"title":"t","url":"http://a/","later":{"x":[1]}}"""u8);

        Assert.Equal(("t", 0, 0), (article.Title, article.Paragraphs.Length, article.Authors.Length));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"title":1,"url":"http://a/"}""")]
    [InlineData("""{"title":"t","url":"http://a/","paragraphs":[{"text":"a","kind":"Nonsense"}]}""")]
    [InlineData("""{"title":"t","url":"http://a/","publishedAt":"yesterday"}""")]
    public void What_is_no_article_is_refused(string json) =>
        Assert.ThrowsAny<JsonException>(() => ArticleJson.Deserialize(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Arrays_that_were_never_set_are_written_as_empty()
    {
        var article = new Article { Url = new Uri("http://a/"), Title = "t", Paragraphs = default, Authors = default };

        Assert.Empty(ArticleJson.Deserialize(ArticleJson.Serialize(article)).Paragraphs);
    }
}
