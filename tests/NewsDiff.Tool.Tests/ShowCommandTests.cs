using System.Text.Json;

namespace NewsDiff.Tool.Tests;

public sealed class ShowCommandTests
{
    [Fact]
    public async Task The_last_change_of_an_article_is_shown_by_its_address()
    {
        await using FollowedSite followed = await FollowedSite.StartChangedAsync();

        ToolResult show = await followed.ReadAsync("show", followed.Site.Url("library?utm_source=mail").AbsoluteUri);

        Assert.StartsWith("Version 1 of ", show.Exits(0).Output, StringComparison.Ordinal);
        Assert.Contains("less than a minute later", show.Output, StringComparison.Ordinal);
        Assert.Contains("[-300-]{+450+}", show.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_is_named_by_the_start_of_its_id()
    {
        await using FollowedSite followed = await FollowedSite.StartChangedAsync();
        string id = await FindIdAsync(followed, "library");

        ToolResult show = await followed.ReadAsync("show", id[..8], "--format", "unified");

        Assert.Contains("+About 450 readers", show.Exits(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_several_ids_have_lists_them()
    {
        await using FollowedSite followed = await FollowedSite.StartFollowedAsync();
        for (int i = 0; i < 17; i++)
        {
            followed.Site.MapText($"/story{i}", NewsPages.Article($"Story {i}"));
            (await followed.RunAsync("add", followed.Site.Url($"story{i}").AbsoluteUri)).Exits(0);
        }

        ToolResult list = await followed.ReadAsync("list", "--json");
        string[] ids = [.. list.JsonLines().Select(line => line.GetProperty("article").GetString()!)];
        IGrouping<char, string> shared = ids.GroupBy(id => id[0]).First(group => group.Count() > 1);

        ToolResult show = await followed.ReadAsync("show", shared.Key.ToString());

        Assert.All(shared.Take(10), id => Assert.Contains(id, show.Exits(2).Error, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("zzzz", "no article's id begins with 'zzzz'")]
    [InlineData("https://example.org/unknown", "is not followed")]
    public async Task An_unknown_article_is_reported(string name, string message)
    {
        await using FollowedSite followed = await FollowedSite.StartFollowedAsync();

        Assert.Contains(message, (await followed.ReadAsync("show", name)).Exits(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_version_is_no_comparison()
    {
        await using FollowedSite followed = await FollowedSite.StartChangedAsync();
        string id = await FindIdAsync(followed, "library");

        ToolResult show = await followed.ReadAsync("show", id, "--versions", "1", "--format", "html");

        Assert.Contains("needs two versions to compare", show.Exits(2).Error, StringComparison.Ordinal);
        Assert.Empty(show.Output);
    }

    [Fact]
    public async Task One_version_is_shown_as_it_was()
    {
        await using FollowedSite followed = await FollowedSite.StartChangedAsync();
        string url = followed.Site.Url("library").AbsoluteUri;

        Assert.Contains(
            "About 300",
            (await followed.ReadAsync("show", url, "--versions", "1")).Exits(0).Output,
            StringComparison.Ordinal);
        JsonElement json = (await followed.ReadAsync("show", url, "--versions", "2", "--json")).Exits(0).JsonLines()[0];
        Assert.Equal(2, json.GetProperty("version").GetInt32());
        Assert.Contains(
            "450", json.GetProperty("content").GetProperty("paragraphs").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_version_is_reported()
    {
        await using FollowedSite followed = await FollowedSite.StartChangedAsync();

        ToolResult show = await followed.ReadAsync(
            "show", followed.Site.Url("library").AbsoluteUri, "--versions", "1..7");

        Assert.Contains("has no version 7; its latest is 2", show.Exits(2).Error, StringComparison.Ordinal);
    }

    internal static async Task<string> FindIdAsync(FollowedSite followed, string path)
    {
        string url = followed.Site.Url(path).AbsoluteUri;
        return (await followed.ReadAsync("list", "--json")).JsonLines()
            .Single(line => line.GetProperty("url").GetString() == url).GetProperty("article").GetString()!;
    }
}
