using System.Text.Json;

namespace NewsDiff.Tool.Tests;

/// <summary>Lists and pages state only what is true of articles and feeds.</summary>
public sealed class TruthTests
{
    [Fact]
    public async Task An_article_with_one_version_has_not_changed()
    {
        await using FollowedSite followed = await FollowedSite.StartChangedAsync();

        IReadOnlyList<JsonElement> articles = (await followed.ReadAsync("list", "--json")).JsonLines();

        Assert.All(articles, article => Assert.Equal(
            article.GetProperty("versions").GetInt32() > 1,
            article.GetProperty("lastChangedAt").ValueKind != JsonValueKind.Null));
    }

    [Fact]
    public async Task A_feed_that_could_not_be_read_is_not_called_read()
    {
        await using FollowedSite followed = await FollowedSite.StartFollowedAsync();
        followed.Site.MapStatus("/feed.xml", 500);
        (await followed.RunAsync("check", "--all")).Exits(3);

        ToolResult list = await followed.ReadAsync("list", "--feeds");
        JsonElement feed = Assert.Single((await followed.ReadAsync("list", "--feeds", "--json")).JsonLines());

        Assert.Contains("  tried 2", list.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("  read 2", list.Output, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, feed.GetProperty("lastReadAt").ValueKind);
        Assert.Equal(JsonValueKind.String, feed.GetProperty("lastTriedAt").ValueKind);
    }

    [Fact]
    public async Task An_article_that_was_removed_is_followed_anew()
    {
        await using FollowedSite followed = await FollowedSite.StartAsync();
        string story = followed.Site.Url("library").AbsoluteUri;

        Assert.StartsWith(
            "Following the article", (await followed.RunAsync("add", story)).Exits(0).Output, StringComparison.Ordinal);
        Assert.StartsWith(
            "Already following", (await followed.RunAsync("add", story)).Exits(0).Output, StringComparison.Ordinal);
        (await followed.ReadAsync("remove", story)).Exits(0);
        Assert.StartsWith(
            "Following the article", (await followed.RunAsync("add", story)).Exits(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_of_nothing_says_that_nothing_is_followed()
    {
        await using FollowedSite followed = await FollowedSite.StartAsync();
        (await followed.RunAsync("add", followed.Feed)).Exits(0);
        (await followed.ReadAsync("remove", followed.Feed)).Exits(0);

        Assert.StartsWith(
            "No feed or article is followed",
            (await followed.RunAsync("check", "--all")).Exits(0).Error,
            StringComparison.Ordinal);
    }
}
