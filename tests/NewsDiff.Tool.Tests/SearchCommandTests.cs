using System.Text.Json;

namespace NewsDiff.Tool.Tests;

public sealed class SearchCommandTests
{
    [Fact]
    public async Task Text_of_all_versions_is_found_once_there_is_an_index()
    {
        await using FollowedSite followed = await FollowedSite.StartChangedAsync();

        ToolResult without = await followed.ReadAsync("search", "library");
        ToolResult built = await followed.ReadAsync("search", "--build");
        ToolResult found = await followed.ReadAsync("search", "library");
        ToolResult nothing = await followed.ReadAsync("search", "xylophone");

        Assert.Contains("Run 'newsdiff search --build'", without.Exits(2).Error, StringComparison.Ordinal);
        Assert.Equal("The search index is complete.\n", built.Exits(0).Error);
        Assert.Contains("ibrary", found.Exits(0).Output, StringComparison.Ordinal);
        Assert.Equal("Nothing found.\n", nothing.Exits(0).Error);
    }

    [Fact]
    public async Task A_hit_as_JSON_has_versions_matches_and_a_cursor_to_continue()
    {
        await using FollowedSite followed = await FollowedSite.StartChangedAsync();

        ToolResult first = await followed.ReadAsync("search", "--build", "the", "--json", "--limit", "1");
        JsonElement hit = Assert.Single(first.Exits(0).JsonLines());
        ToolResult rest = await followed.ReadAsync(
            "search", "the", "--json", "--after", hit.GetProperty("cursor").GetString()!);

        JsonElement match = hit.GetProperty("matches")[0];
        string snippet = hit.GetProperty("snippet").GetString()!;
        string word = snippet.Substring(match.GetProperty("start").GetInt32(), match.GetProperty("length").GetInt32());
        Assert.Equal("the", word, ignoreCase: true);
        Assert.True(hit.GetProperty("firstVersion").GetInt32() >= 1);
        Assert.All(rest.Exits(0).JsonLines(), other => Assert.NotEqual(
            hit.GetProperty("cursor").GetString(), other.GetProperty("cursor").GetString()));
    }

    [Theory]
    [InlineData("is not closed", "\"the ferry")]
    [InlineData("is not a date", "since:soon")]
    [InlineData("no word", "---")]
    [InlineData("no cursor", "ferry", "--after", "x")]
    public async Task A_wrong_query_is_explained_in_a_line(string reason, params string[] args)
    {
        await using FollowedSite followed = await FollowedSite.StartAsync();
        (await followed.RunAsync("add", followed.Feed)).Exits(0);

        ToolResult result = await followed.ReadAsync(["search", "--build", .. args]);

        Assert.Contains(
            reason.Replace("no cursor", "cursor is not", StringComparison.Ordinal), result.Exits(2).Error,
            StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task The_help_teaches_the_query_language()
    {
        string help = (await ToolRun.RunAsync("search", "--help")).Exits(0).Output;

        Assert.All(
            ["kind:removed", "since:2026-05-01", "-ferry", "OR boat", "version:2", "source:bbc"],
            part => Assert.Contains(part, help, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_index_can_be_removed()
    {
        await using FollowedSite followed = await FollowedSite.StartChangedAsync();
        (await followed.ReadAsync("search", "--build")).Exits(0);

        (await followed.ReadAsync("search", "--remove")).Exits(0);

        (await followed.ReadAsync("search", "library")).Exits(2);
    }
}
