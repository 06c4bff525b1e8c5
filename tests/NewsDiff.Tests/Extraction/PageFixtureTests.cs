using System.Text.Json;
using NewsDiff.Extraction;

namespace NewsDiff.Tests.Extraction;

public sealed class PageFixtureTests
{
    public static TheoryData<string> Articles => NamesWhere(verdict => verdict == PageVerdict.Article);

    public static TheoryData<string> Others => NamesWhere(verdict => verdict != PageVerdict.Article);

    [Theory]
    [MemberData(nameof(Articles))]
    public void A_page_gives_the_expected_article(string name)
    {
        var page = new PageFixture(name);
        Article article = page.Extract();
        JsonElement expected = page.Expected;

        Assert.Equal(
            expected.GetProperty("paragraphs").EnumerateArray().Select(line => line.GetString()),
            article.Paragraphs.Select(paragraph => $"{paragraph.Kind}: {paragraph.Text}"));
        Assert.Equal(expected.GetProperty("title").GetString(), article.Title);
        Assert.Equal(
            expected.GetProperty("authors").EnumerateArray().Select(author => author.GetString()), article.Authors);
        Assert.Equal(Text(expected, "published"), article.PublishedAt?.ToString());
        Assert.Equal(Text(expected, "modified"), article.ModifiedAt?.ToString());
        Assert.Equal(Text(expected, "language"), article.Language);
        Assert.Equal(Text(expected, "site"), article.SiteName);
        Assert.Equal(Text(expected, "section"), article.Section);
        Assert.Equal(Text(expected, "canonical"), article.CanonicalUrl?.AbsoluteUri);
        Assert.Equal(Text(expected, "image"), article.LeadImageUrl?.AbsoluteUri);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void A_page_that_is_no_article_is_refused_with_a_reason(string name)
    {
        var page = new PageFixture(name);

        ExtractionResult result = Pages.Extract(page.Html, page.Url.AbsoluteUri);

        Assert.Equal((page.Verdict, null), (result.Verdict, result.Article));
        Assert.False(string.IsNullOrWhiteSpace(result.Reason));
    }

    private static TheoryData<string> NamesWhere(Func<PageVerdict, bool> isMeant) =>
        [.. PageFixture.Names.Where(name => isMeant(new PageFixture(name).Verdict))];

    private static string? Text(JsonElement expected, string name) =>
        expected.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
}
