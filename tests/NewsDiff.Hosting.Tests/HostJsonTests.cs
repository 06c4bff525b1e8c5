using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace NewsDiff.Hosting.Tests;

public sealed class HostJsonTests
{
    private static readonly Article Ferry = new()
    {
        Url = new Uri("https://news.example/ferry"),
        Title = "Ferry late",
        Paragraphs = ["The ferry was late.", new Paragraph("Update", ParagraphKind.Heading)],
        Authors = ["A. Reporter"],
        PublishedAt = new ArticleDate(new DateTime(2026, 5, 3), DatePrecision.Day),
        ModifiedAt = new ArticleDate(new DateTime(2026, 5, 3, 14, 20, 0), DatePrecision.Minute, TimeSpan.FromHours(2)),
        Language = "en",
    };

    private static readonly Article Corrected =
        Ferry with { Title = "Ferry early", Paragraphs = ["The ferry was early, passengers say."] };

    [Fact]
    public void Reflection_is_off() => Assert.False(JsonSerializer.IsReflectionEnabledByDefault);

    [Fact]
    public void An_article_comes_back_with_all_that_it_says()
    {
        Article read = RoundTrip(Ferry, HostJsonContext.Default.Article);

        Assert.Equal(Ferry with { Paragraphs = read.Paragraphs, Authors = read.Authors }, read);
        Assert.Equal(Ferry.Paragraphs.AsEnumerable(), read.Paragraphs);
        Assert.Equal(Ferry.Authors.AsEnumerable(), read.Authors);
        Assert.Equal(ContentHash.Compute(Ferry), ContentHash.Compute(read));
    }

    [Fact]
    public void A_version_and_a_change_come_back_and_compare_as_before()
    {
        var change = new ArticleChange(Version(1, Ferry), Version(2, Corrected), new DiffOptions { IgnoreCase = true });

        ArticleChange read = RoundTrip(change, HostJsonContext.Default.ArticleChange);

        Assert.Equal((change.ArticleId, change.Options), (read.ArticleId, read.Options));
        Assert.Equal(change.Before.ContentHash, read.Before.ContentHash);
        Assert.Equal(change.After.SeenAt, read.After.SeenAt);
        Assert.Equal(change.Diff.Statistics, read.Diff.Statistics);
        Assert.Equal(2, RoundTrip(change.After, HostJsonContext.Default.ArticleVersion).Number);
    }

    [Fact]
    public void An_outcome_comes_back_with_its_change_and_without_its_exception()
    {
        var outcome = new CheckOutcome
        {
            Kind = CheckKind.Changed,
            Url = Ferry.Url,
            Status = FetchStatus.Fetched,
            CheckedAt = DateTimeOffset.UnixEpoch,
            Change = new ArticleChange(Version(1, Ferry), Version(2, Corrected)),
            Exception = new InvalidOperationException("A fault."),
        };

        string json = JsonSerializer.Serialize(outcome, HostJsonContext.Default.CheckOutcome);
        CheckOutcome read = JsonSerializer.Deserialize(json, HostJsonContext.Default.CheckOutcome)!;

        Assert.Contains("\"kind\":\"Changed\"", json, StringComparison.Ordinal);
        Assert.Contains("\"status\":\"Fetched\"", json, StringComparison.Ordinal);
        Assert.Null(read.Exception);
        Assert.Equal(outcome.Change.Diff.Statistics, read.Change!.Diff.Statistics);
        Assert.Equal(outcome, read with { Change = outcome.Change, Exception = outcome.Exception });
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("", "new")]
    [InlineData("a b", "a  b")]
    [InlineData("At least 12 people died.", "At least 21 people died, police say.")]
    [InlineData("half \uD83D pair", "half \uDE00 \0 pair")]
    public void A_comparison_comes_back_with_its_texts_and_edits(string before, string after)
    {
        var diff = TextDiff.Compute(before, after);

        TextDiff read = RoundTrip(diff, HostJsonContext.Default.TextDiff);

        Assert.Equal((before, after), (read.OldText, read.NewText));
        Assert.Equal(diff.Edits.AsEnumerable(), read.Edits);
        Assert.Equal(diff.Statistics, read.Statistics);
    }

    [Fact]
    public void The_layout_of_a_comparison_is_its_own() => Assert.Equal(
        """{"oldText":"a","newText":"b","edits":[{"kind":"Delete","oldStart":0,"oldLength":1,"newStart":0,"newLength":0},{"kind":"Insert","oldStart":1,"oldLength":0,"newStart":0,"newLength":1}]}""",
        JsonSerializer.Serialize(TextDiff.Compute("a", "b"), HostJsonContext.Default.TextDiff));

    [Theory]
    [InlineData("""[]""")]
    [InlineData("""[{"kind":"Equal","oldStart":0,"oldLength":2,"newStart":0,"newLength":1}]""")]
    [InlineData("""[{"kind":"Equal","oldStart":0,"oldLength":2,"newStart":0,"newLength":3}]""")]
    [InlineData("""[{"kind":"Equal","oldStart":1,"oldLength":1,"newStart":0,"newLength":2}]""")]
    [InlineData("""[{"kind":"Delete","oldStart":0,"oldLength":2,"newStart":0,"newLength":2}]""")]
    [InlineData("""[{"kind":"Insert","oldStart":0,"oldLength":2,"newStart":0,"newLength":2}]""")]
    [InlineData("""[{"kind":7,"oldStart":0,"oldLength":2,"newStart":0,"newLength":2}]""")]
    [InlineData("""[{"oldStart":0,"oldLength":2,"newStart":0,"newLength":2}]""")]
    [InlineData(
        """[{"kind":"Equal","oldStart":0,"oldLength":2,"newStart":0,"newLength":2},{"kind":"Equal","oldStart":2,"oldLength":0,"newStart":2,"newLength":0}]""")]
    [InlineData(
        """[{"kind":"Equal","oldStart":0,"oldLength":2147483647,"newStart":0,"newLength":2},{"kind":"Equal","oldStart":2147483647,"oldLength":2147483647,"newStart":2,"newLength":0}]""")]
    [InlineData(
        """[{"kind":"Equal","oldStart":0,"oldLength":3,"newStart":0,"newLength":2},{"kind":"Equal","oldStart":3,"oldLength":-1,"newStart":2,"newLength":0}]""")]
    [InlineData("null")]
    [InlineData("{}")]
    public void A_comparison_whose_edits_were_tampered_with_is_refused(string edits) =>
        Assert.Throws<JsonException>(() =>
            JsonSerializer.Deserialize(
                $$"""{"oldText":"ab","newText":"ab","edits":{{edits}}}""", HostJsonContext.Default.TextDiff));

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("""{"oldText":null,"newText":"","edits":[]}""")]
    [InlineData("""{"newText":"","edits":[]}""")]
    public void What_is_no_comparison_is_refused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, HostJsonContext.Default.TextDiff));

    private static T RoundTrip<T>(T value, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(value, type), type)!;

    private static ArticleVersion Version(int number, Article article) => new()
    {
        ArticleId = "ferry",
        Number = number,
        SeenAt = DateTimeOffset.UnixEpoch.AddDays(number),
        Article = article,
        ContentHash = ContentHash.Compute(article),
    };
}
