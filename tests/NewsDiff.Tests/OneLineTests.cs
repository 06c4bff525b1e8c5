using NewsDiff.Feeds;

namespace NewsDiff.Tests;

/// <summary>What a debugger or a log shows of the everyday types: one line that helps, and no secrets.</summary>
public sealed class OneLineTests
{
    private static readonly Uri Private = new("https://user:s3cret@news.example/ferry?token=s3cret#s3cret");

    private static readonly Article Ferry = new()
    {
        Url = Private,
        Title = "Ferry late",
        Paragraphs = ["The ferry was late.", "All went home."],
    };

    [Fact]
    public void A_comparison_is_counted()
    {
        var diff = TextDiff.Compute("At least 12 people died.", "At least 21 people died, police say.");
        var articles = ArticleDiff.Compute(
            Ferry, Ferry with { Paragraphs = ["The ferry was early.", "All went home."] });

        Assert.Equal("3 edits, +3 −1 words", diff.ToString());
        Assert.Equal("+3 −1 words, 4 kept", diff.Statistics.ToString());
        Assert.Equal("Delete 9..11 at 9..9", diff.Edits[1].ToString());
        Assert.Equal("1 of 2 paragraphs, +1 −1 words", articles.ToString());
    }

    [Fact]
    public void Articles_and_versions_are_named()
    {
        var version = new ArticleVersion
        {
            ArticleId = "ferry",
            Number = 1,
            SeenAt = new DateTimeOffset(2026, 5, 3, 14, 20, 5, TimeSpan.Zero),
            Article = Ferry,
            ContentHash = "",
        };

        Assert.Equal("Ferry late (news.example), 2 paragraphs", Ferry.ToString());
        Assert.Equal("ferry: version 1, seen 2026-05-03 14:20:05Z", version.ToString());
        Assert.Equal("ferry: version 1 to 2", new ArticleChange(version, version with { Number = 2 }).ToString());
        Assert.Equal("ferry: 1 version", new ArticleHistory([version]).ToString());
    }

    [Fact]
    public void Results_show_no_secret()
    {
        var outcome = new CheckOutcome
        {
            Kind = CheckKind.Failed,
            Url = Private,
            Status = FetchStatus.TimedOut,
            CheckedAt = default,
            Reason = "It took too long.",
        };

        Assert.Equal("Failed https://news.example/ferry: It took too long.", outcome.ToString());
        Assert.Equal(
            "Gone https://news.example/ferry", new FetchResult { Status = FetchStatus.Gone, Url = Private }.ToString());
        Assert.Equal(
            "Gone https://news.example/ferry", new FeedResult { Status = FetchStatus.Gone, Url = Private }.ToString());
        Assert.Equal(
            "Gone /feed",
            new FeedResult
            {
                Status = FetchStatus.Gone,
                Url = new Uri("/feed?token=s3cret", UriKind.Relative),
            }.ToString());
    }
}
