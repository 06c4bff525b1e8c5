using System.Collections.Immutable;

namespace NewsDiff.Hosting.Tests.Testing;

public sealed class SampleNewsTests
{
    [Fact]
    public void An_article_is_the_same_each_time_and_another_headline_is_another_article()
    {
        Article article = SampleNews.Article("Ferry late");
        Article other = SampleNews.Article("Bridge closed");

        Assert.True(article.HasSameContentAs(SampleNews.Article("Ferry late")));
        Assert.Equal(new Uri("https://news.example/ferry-late"), article.Url);
        Assert.NotEqual(article.Url, other.Url);
        Assert.All(article.Paragraphs, paragraph => Assert.DoesNotContain(paragraph, other.Paragraphs));
        Assert.Equal(new Uri("https://a.example/1"), SampleNews.Article("Late", new Uri("https://a.example/1")).Url);
    }

    [Fact]
    public void Versions_are_numbered_and_an_hour_apart()
    {
        Article first = SampleNews.Article();

        ImmutableArray<ArticleVersion> versions = SampleNews.Versions(first, first with { Title = "B" }, first);

        Assert.Equal([1, 2, 3], versions.Select(version => version.Number));
        Assert.Equal(
            [12, 13, 14], versions.Select(version => version.SeenAt.Hour));
        Assert.Single(versions.Select(version => version.ArticleId).Distinct());
        Assert.Equal(ContentHash.Compute(first), versions[2].ContentHash);
    }

    [Fact]
    public void A_change_has_both_articles_and_one_that_changes_nothing_is_refused()
    {
        Article before = SampleNews.Article();

        ArticleChange change = SampleNews.Change(before, before with { Title = "Ferry sails again" });

        Assert.Equal((1, 2), (change.Before.Number, change.After.Number));
        Assert.True(change.Diff.HasChanges);
        Assert.Contains(
            "says the same",
            Assert.Throws<ArgumentException>(() => SampleNews.Change(before, before)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SampleNews.Versions());
    }
}
