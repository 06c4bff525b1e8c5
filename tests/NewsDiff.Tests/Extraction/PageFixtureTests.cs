using System.Text.Json;

namespace NewsDiff.Tests.Extraction;

public sealed class PageFixtureTests
{
    public static TheoryData<string> Pages => [.. PageFixture.Names];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_gives_the_expected_article(string name)
    {
        var page = new PageFixture(name);
        Article article = page.Extract();
        JsonElement expected = page.Expected;

        Assert.Equal(
            expected.GetProperty("paragraphs").EnumerateArray().Select(line => line.GetString()),
            article.Paragraphs.Select(paragraph => $"{paragraph.Kind}: {paragraph.Text}"));
        Assert.Equal(expected.GetProperty("title").GetString(), article.Title);
        Assert.Equal(expected.GetProperty("authors").EnumerateArray().Select(author => author.GetString()), article.Authors);
        Assert.Equal(Text(expected, "published"), article.PublishedAt?.ToString());
        Assert.Equal(Text(expected, "modified"), article.ModifiedAt?.ToString());
        Assert.Equal(Text(expected, "language"), article.Language);
        Assert.Equal(Text(expected, "site"), article.SiteName);
        Assert.Equal(Text(expected, "section"), article.Section);
        Assert.Equal(Text(expected, "canonical"), article.CanonicalUrl?.AbsoluteUri);
        Assert.Equal(Text(expected, "image"), article.LeadImageUrl?.AbsoluteUri);
    }

    private static string? Text(JsonElement expected, string name) =>
        expected.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
}
