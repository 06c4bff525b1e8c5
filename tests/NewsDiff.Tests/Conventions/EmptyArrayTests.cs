using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NewsDiff.Feeds;
using NewsDiff.TestSupport;

namespace NewsDiff.Tests.Conventions;

/// <summary>No record holds a default array, which would throw wherever it is read.</summary>
public sealed class EmptyArrayTests
{
    private static readonly JsonSerializerOptions Options = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    [Fact]
    public void An_array_that_is_set_or_given_as_its_default_is_empty_or_refused() =>
        PublicShape.VerifyArrays(typeof(Article).Assembly);

    [Theory]
    [InlineData(typeof(Feed), "{}")]
    [InlineData(typeof(FeedEntry), "{}")]
    [InlineData(typeof(Article), """{"Url":"https://news.example/","Title":"A"}""")]
    public void Properties_missing_in_JSON_are_empty(Type type, string json)
    {
        object read = JsonSerializer.Deserialize(json, type, Options)!;

        Assert.All(
            type.GetProperties().Where(property => PublicShape.IsArray(property.PropertyType)),
            property => Assert.False(PublicShape.IsDefault(property.GetValue(read)!)));
    }

    [Fact]
    public void An_article_without_paragraphs_has_a_hash()
    {
        var article = new Article { Url = new Uri("https://news.example/"), Title = "A", Paragraphs = default };

        Assert.Equal(ContentHash.Compute(article with { Paragraphs = [] }), ContentHash.Compute(article));
        Assert.True(article.HasSameContentAs(article with { Paragraphs = [] }));
    }
}
