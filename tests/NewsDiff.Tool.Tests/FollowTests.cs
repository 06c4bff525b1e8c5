using System.Text.Json;

namespace NewsDiff.Tool.Tests;

/// <summary>What is added, checked, listed and removed.</summary>
public sealed class FollowTests
{
    [Fact]
    public async Task A_feed_is_followed_and_its_articles_are_found_by_the_next_check()
    {
        await using FollowedSite followed = await FollowedSite.StartAsync();

        ToolResult added = await followed.RunAsync("add", followed.Feed, "--source", "town");
        Assert.Equal($"Following the feed “Town News” ({followed.Feed}).\n", added.Exits(0).Output);

        ToolResult check = await followed.RunAsync("check");
        Assert.Contains("first seen", check.Exits(0).Output, StringComparison.Ordinal);
        Assert.Contains("Library to stay open longer", check.Output, StringComparison.Ordinal);
        Assert.Equal("2 first seen.\n", check.Error);

        ToolResult list = await followed.ReadAsync("list", "--source", "town", "--json");
        Assert.Equal(2, list.Exits(0).JsonLines().Count);
    }

    [Fact]
    public async Task Only_the_wanted_entries_of_a_feed_are_followed()
    {
        await using FollowedSite followed = await FollowedSite.StartAsync();

        (await followed.RunAsync("add", followed.Feed, "--include", "url:/lib", "--exclude", "category:sport")).Exits(
            0);
        (await followed.RunAsync("check")).Exits(0);

        ToolResult feeds = await followed.ReadAsync("list", "--feeds");
        JsonElement article = Assert.Single((await followed.ReadAsync("list", "--json")).Exits(0).JsonLines());
        Assert.EndsWith("/library", article.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Contains("[only +url:/lib, -category:sport]", feeds.Exits(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pattern_that_cannot_be_matched_in_bounded_time_is_refused()
    {
        await using FollowedSite followed = await FollowedSite.StartAsync();

        ToolResult added = await followed.RunAsync("add", followed.Feed, "--include", "url:(a)\\1");

        Assert.Contains("bounded time", added.Exits(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_announces_one_feed_leads_to_it()
    {
        await using FollowedSite followed = await FollowedSite.StartAsync();
        followed.Site.MapText("/", NewsPages.Front("/feed.xml"));

        ToolResult added = await followed.RunAsync("add", followed.Site.BaseUrl.AbsoluteUri, "--json");

        JsonElement line = Assert.Single(added.Exits(0).JsonLines());
        Assert.Equal("feed-added", line.GetProperty("event").GetString());
        Assert.Equal(followed.Feed, line.GetProperty("url").GetString());
    }

    [Fact]
    public async Task A_page_that_announces_several_feeds_leaves_the_choice()
    {
        await using FollowedSite followed = await FollowedSite.StartAsync();
        followed.Site.MapText("/", NewsPages.Front("/feed.xml", "/sport.xml"));

        ToolResult added = await followed.RunAsync("add", followed.Site.BaseUrl.AbsoluteUri);

        Assert.Contains(followed.Feed, added.Exits(2).Error, StringComparison.Ordinal);
        Assert.Contains("/sport.xml", added.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(followed.Database));
    }

    [Fact]
    public async Task An_article_is_followed_and_fetched_once()
    {
        await using FollowedSite followed = await FollowedSite.StartAsync();
        string url = followed.Site.Url("library").AbsoluteUri;

        ToolResult added = await followed.RunAsync("add", url, "--source", "town");
        ToolResult again = await followed.RunAsync("add", url);

        Assert.Contains(
            "Following the article “Library to stay open longer”", added.Exits(0).Output, StringComparison.Ordinal);
        Assert.StartsWith("Already following", again.Exits(0).Output, StringComparison.Ordinal);
        JsonElement entry = Assert.Single((await followed.ReadAsync("list", "--json")).JsonLines());
        Assert.Equal("town", entry.GetProperty("source").GetString());
        Assert.Equal(1, entry.GetProperty("versions").GetInt32());
    }

    [Fact]
    public async Task A_page_that_is_neither_feed_nor_article_is_reported()
    {
        await using FollowedSite followed = await FollowedSite.StartAsync();
        followed.Site.MapText("/", NewsPages.Front()).MapStatus("/feed.xml", 404);

        ToolResult added = await followed.RunAsync("add", followed.Site.BaseUrl.AbsoluteUri);

        Assert.Contains("neither a feed nor an article", added.Exits(2).Error, StringComparison.Ordinal);
        Assert.False(File.Exists(followed.Database));
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/feed.xml", "cannot be used")]
    [InlineData("ftp://example.org/feed.xml", "is not a web address")]
    [InlineData("not an address", "is not a web address")]
    public async Task An_address_that_cannot_be_fetched_is_reported(string address, string message)
    {
        await using FollowedSite followed = await FollowedSite.StartAsync();

        ToolResult added = await ToolRun.RunAsync(
            "add", address, "--db", followed.Database, "--allow-private", "127.0.0.1:9", "--gap", "0.001s");

        Assert.Contains(message, added.Exits(2).Error, StringComparison.Ordinal);
        Assert.False(File.Exists(followed.Database));
    }

    [Fact]
    public async Task A_change_is_found_and_shown_word_by_word()
    {
        await using FollowedSite followed = await FollowedSite.StartFollowedAsync();
        followed.ChangeLibrary();

        ToolResult check = await followed.RunAsync("check", "--all", "--diff");

        Assert.Contains("version 2: 1 word added, 1 removed", check.Exits(0).Output, StringComparison.Ordinal);
        Assert.Contains("About [-300-]{+450+} readers", check.Output, StringComparison.Ordinal);
        Assert.Equal("1 changed, 1 unchanged.\n", check.Error);
    }

    [Fact]
    public async Task A_revert_names_the_version_that_came_back()
    {
        await using FollowedSite followed = await FollowedSite.StartChangedAsync();
        followed.Site.MapText("/library", NewsPages.Article("Library to stay open longer"));

        ToolResult check = await followed.RunAsync("check", "--all");

        Assert.Contains("same text as version 1", check.Exits(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outcomes_are_written_as_json_lines()
    {
        await using FollowedSite followed = await FollowedSite.StartFollowedAsync();
        followed.ChangeLibrary();

        IReadOnlyList<JsonElement> lines = (await followed.RunAsync("check", "--all", "--json")).Exits(0).JsonLines();

        JsonElement changed = lines.Single(line => line.GetProperty("event").GetString() == "changed");
        Assert.Equal(2, changed.GetProperty("version").GetInt32());
        Assert.Equal(1, changed.GetProperty("wordsInserted").GetInt32());
        Assert.Contains(lines, line => line.GetProperty("event").GetString() == "unchanged");
        Assert.Contains(lines, line => line.GetProperty("event").GetString() == "feed-read");
    }

    [Fact]
    public async Task A_check_that_fails_says_why_and_the_exit_code_tells()
    {
        await using FollowedSite followed = await FollowedSite.StartFollowedAsync();
        followed.Site.MapText("/library", "<!DOCTYPE html><html><body></body></html>");

        ToolResult check = await followed.RunAsync("check", "--all");

        string line = Assert.Single(
            check.Exits(3).Output.Split('\n'), line => line.StartsWith("failed", StringComparison.Ordinal));
        Assert.Contains("Library to stay open longer (", line, StringComparison.Ordinal);
        Assert.Contains("1 failed", check.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_became_a_page_is_reported()
    {
        await using FollowedSite followed = await FollowedSite.StartFollowedAsync();
        followed.Site.MapText("/feed.xml", NewsPages.Front());

        ToolResult check = await followed.RunAsync("check", "--all", "--json");

        JsonElement failed = check.Exits(3)
            .JsonLines()
            .Single(line => line.GetProperty("event").GetString() == "failed");
        Assert.Equal("not-a-feed", failed.GetProperty("status").GetString());
        Assert.NotEmpty(failed.GetProperty("reason").GetString()!);
    }

    [Fact]
    public async Task Nothing_is_checked_before_it_is_due()
    {
        await using FollowedSite followed = await FollowedSite.StartFollowedAsync();
        int requests = followed.Site.Requests.Count;

        ToolResult check = await followed.RunAsync("check");

        Assert.Equal("Nothing is due; --all checks everything.\n", check.Exits(0).Error);
        Assert.Equal(requests, followed.Site.Requests.Count);
    }

    [Fact]
    public async Task A_removed_feed_is_read_no_more()
    {
        await using FollowedSite followed = await FollowedSite.StartFollowedAsync();

        ToolResult removed = await followed.ReadAsync("remove", followed.Feed);

        Assert.StartsWith("No longer following the feed", removed.Exits(0).Output, StringComparison.Ordinal);
        Assert.Equal("Nothing to list.\n", (await followed.ReadAsync("list", "--feeds")).Exits(0).Error);
        Assert.Equal(2, (await followed.ReadAsync("list", "--json")).JsonLines().Count);
    }

    [Fact]
    public async Task A_feed_of_the_settings_is_removed_there_first()
    {
        await using FollowedSite followed = await FollowedSite.StartFollowedAsync();
        using var folder = new TemporaryFolder();
        string settings = folder.File("newsdiff.json");
        await File.WriteAllTextAsync(
            settings,
            $$"""{ "NewsDiff": { "Feeds": [ "{{followed.Feed}}" ] } }""",
            TestContext.Current.CancellationToken);

        ToolResult refused = await followed.ReadAsync("remove", followed.Feed, "--config", settings);
        await File.WriteAllTextAsync(settings, "{}", TestContext.Current.CancellationToken);
        ToolResult removed = await followed.ReadAsync("remove", followed.Feed, "--config", settings);

        Assert.Contains("newsdiff.json: Feeds names", refused.Exits(2).Error, StringComparison.Ordinal);
        Assert.StartsWith("No longer following the feed", removed.Exits(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removed_article_is_visited_no_more_and_its_versions_stay()
    {
        await using FollowedSite followed = await FollowedSite.StartFollowedAsync();
        string url = followed.Site.Url("library").AbsoluteUri;

        (await followed.ReadAsync("remove", url)).Exits(0);
        ToolResult check = await followed.RunAsync("check", "--all");

        Assert.DoesNotContain("Library", check.Exits(0).Output, StringComparison.Ordinal);
        Assert.Contains(
            "Library",
            (await followed.ReadAsync("show", url, "--versions", "1")).Exits(0).Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feeds_are_listed()
    {
        await using FollowedSite followed = await FollowedSite.StartFollowedAsync();

        JsonElement feed = Assert.Single((await followed.ReadAsync("list", "--feeds", "--json")).Exits(0).JsonLines());

        Assert.Equal(followed.Feed, feed.GetProperty("url").GetString());
        Assert.Equal("Town News", feed.GetProperty("title").GetString());
        Assert.Contains(
            "Town News  read ", (await followed.ReadAsync("list", "--feeds")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_address_is_refused_with_the_remedy_by_every_command_that_visits_it()
    {
        await using FollowedSite followed = await FollowedSite.StartAsync();
        string advice = $"If {followed.Site.BaseUrl.Authority} is yours, allow it with "
            + $"--allow-private {followed.Site.BaseUrl.Authority}.";

        ToolResult add = await followed.ReadAsync("add", followed.Feed);
        (await followed.RunAsync("add", followed.Feed)).Exits(0);
        ToolResult check = await followed.ReadAsync("check", "--all");
        ToolResult allowed = await followed.RunAsync("check", "--all");

        Assert.Contains(advice, add.Exits(2).Error, StringComparison.Ordinal);
        Assert.Contains(advice, check.Exits(3).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("allow-private", allowed.Exits(0).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_feeds_that_is_added_is_answered_with_the_command_that_imports_it()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("feeds.opml"), "<opml/>");

        ToolResult add = await ToolRun.RunAsync("add", folder.File("feeds.opml"));

        Assert.Contains("'newsdiff import'", add.Exits(2).Error, StringComparison.Ordinal);
    }
}
