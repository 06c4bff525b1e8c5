using NewsDiff.Extraction;

namespace NewsDiff.Tests.Extraction;

/// <summary>The fields of a page are bounded, and the cost of reading them is proportional to their length.</summary>
public sealed class FieldLengthTests
{
    private const string Body =
        "<p>The council closed the ferry on Monday, after two days of storm, and opened it again on Wednesday.</p>";

    [Fact]
    public void A_title_is_cut_after_1000_characters() =>
        Assert.Equal(1_000, Read($"<title>{new string('x', 1_001)}</title>").Title.Length);

    [Fact]
    public void A_title_is_not_cut_within_a_character() =>
        Assert.Equal(999, Read($"<title>{new string('x', 999)}\U0001F6A2</title>").Title.Length);

    [Fact]
    public void The_name_of_the_site_is_taken_off_a_title_of_few_parts() =>
        Assert.Equal(
            "Ferry - closed",
            Read("<meta property=og:site_name content='The Post'><title>Ferry - closed - The Post</title>").Title);

    [Fact]
    public void A_title_of_more_than_50_parts_is_left_whole()
    {
        string title = string.Join(" - ", Enumerable.Repeat("a", 60)) + " - The Post";

        Assert.Equal(title, Read($"<meta property=og:site_name content='The Post'><title>{title}</title>").Title);
    }

    [Fact]
    public void A_statement_that_is_longer_than_any_address_is_passed_over()
    {
        Article article = Read($"""
            <meta property=og:title content="{new string('t', 9_000)}"><meta property=og:site_name content="{new string('s', 301)}">
            <meta name=section content="{new string('n', 301)}"><meta property=og:image content="/{new string('i', 9_000)}">
            <link rel=canonical href="/{new string('c', 9_000)}"><meta name=language content="en-{string.Join('-', Enumerable.Repeat("aa", 20))}">
            <title>The ferry</title>
            """);

        Assert.Equal("The ferry", article.Title);
        Assert.Equal(
            (null, null, null, null, null),
            (article.SiteName, article.Section, article.LeadImageUrl, article.CanonicalUrl, article.Language));
    }

    [Fact]
    public void An_address_is_not_resolved_against_a_base_that_is_too_long() =>
        Assert.Equal(
            new Uri("https://example.org/ferry"),
            Read($"<base href='/{new string('b', 1_000_000)}/'><link rel=canonical href=/ferry>").CanonicalUrl);

    [Fact]
    public void An_article_has_at_most_100_authors()
    {
        string names = string.Join(
            ',',
            Enumerable.Range(0, 500).Select(
                number => $$"""{"name":"Ada B{{(char)('a' + (number % 26))}}{{(char)('a' + (number / 26))}}"}"""));

        Assert.Equal(
            100,
            Read(
                $$"""<script type=application/ld+json>{"@type":"NewsArticle","author":[{{names}}]}</script>""").Authors.Length);
    }

    [Fact]
    public void A_byline_is_read_as_far_as_2000_characters()
    {
        Article article = Read(
            $"<meta name=author content='Ada Bey, {string.Concat(Enumerable.Repeat("by ", 700))}, Cy Dee'>");

        Assert.Equal(["Ada Bey"], article.Authors);
    }

    [Fact]
    public void A_text_in_linked_data_may_be_longer_than_other_statements()
    {
        string text = string.Concat(Enumerable.Repeat("The mill was sold on Monday. ", 1_000));

        ExtractionResult result = Pages.Extract(
            $$"""<script type=application/ld+json>{"@type":"NewsArticle","articleBody":"{{text}}"}</script><p>Wait.""");

        Assert.Equal(text.Trim(), result.Article!.Paragraphs.Single().Text);
    }

    [Fact]
    public void Class_names_of_a_container_are_read_as_far_as_they_name_it()
    {
        string names = string.Join(' ', Enumerable.Range(0, 5_000).Select(number => $"story-{number}"));

        Assert.EndsWith(
            "div.story.story.story",
            Pages.Extract(
                $"<div class='{names}'>{Body}{Body.Replace("ferry", "mill", StringComparison.Ordinal)}</div>").Container,
            StringComparison.Ordinal);
    }

    private static Article Read(string head) =>
        Pages.Extract($"<!doctype html><html><head>{head}</head><body>{Body}</body></html>").Article!;
}
