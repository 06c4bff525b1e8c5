using NewsDiff.Feeds;

namespace NewsDiff.Tests.Feeds;

public sealed class EntryFilterTests
{
    private static readonly FeedEntry Entry = new()
    {
        Link = new Uri("https://example.org/sport/ferry-race"),
        Title = "Ferry race",
        Categories = ["Sport", "Local"],
    };

    [Theory]
    [InlineData("url:^https://example\\.org/sport/", true)]
    [InlineData("^https://example\\.org/sport/", true)]
    [InlineData("title:FERRY", true)]
    [InlineData("category:^local$", true)]
    [InlineData("category:politics", false)]
    public void A_pattern_includes_or_excludes_what_it_matches(string pattern, bool matches)
    {
        string[] patterns = [pattern];

        Assert.Equal(matches, new EntryFilter(include: patterns).Allows(Entry));
        Assert.Equal(!matches, new EntryFilter(exclude: patterns).Allows(Entry));
    }

    [Fact]
    public void Without_patterns_everything_is_wanted() => Assert.True(new EntryFilter().Allows(Entry));

    [Theory]
    [InlineData("(")]
    [InlineData("(a)\\1")]
    public void What_cannot_be_matched_in_bounded_time_is_refused(string expression) =>
        Assert.ThrowsAny<ArgumentException>(() => new EntryFilter(["title:" + expression]));
}
