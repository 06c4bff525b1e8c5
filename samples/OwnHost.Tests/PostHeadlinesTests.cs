using NewsDiff.Testing;
using Xunit;

namespace NewsDiff.Samples.OwnHost;

/// <summary>What needs no host: a change is made of two articles.</summary>
public sealed class PostHeadlinesTests
{
    [Fact]
    public void A_change_is_described_by_its_headlines_or_not_at_all()
    {
        Article before = SampleNews.Article("Ferry stops");

        Assert.Equal(
            "Ferry stops → Ferry sails",
            PostHeadlines.Describe(SampleNews.Change(before, before with { Title = "Ferry sails" })));
        Assert.Null(PostHeadlines.Describe(SampleNews.Change(before, before with { Paragraphs = ["Short."] })));
    }
}
