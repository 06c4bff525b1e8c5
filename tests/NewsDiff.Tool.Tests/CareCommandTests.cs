using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace NewsDiff.Tool.Tests;

/// <summary>The commands for the care of a database.</summary>
public sealed class CareCommandTests
{
    [Fact]
    public async Task A_hidden_version_is_in_no_export_and_the_log_tells_who_hid_it_and_why()
    {
        await using FollowedSite followed = await FollowedSite.StartChangedAsync();
        string url = followed.Site.Url("library").AbsoluteUri;

        ToolResult hide = await followed.ReadAsync(
            "hide", url, "--versions", "1", "--reason", "A court ordered it.", "--by", "Ann");

        Assert.Equal($"Hid 1 version of {url}.\n", hide.Exits(0).Output);
        ToolResult export = await followed.ReadAsync("export", "--article", url);
        Assert.DoesNotContain("About 300", export.Exits(0).Output, StringComparison.Ordinal);
        Assert.Contains("About 450", export.Output, StringComparison.Ordinal);
        Assert.Empty((await followed.ReadAsync("export", "--changes")).Exits(0).Output);
        string[] log = (await followed.ReadAsync("log", url)).Exits(0).Output.Trim().Split('\n');
        Assert.Equal(3, log.Length);
        Assert.Contains("first-seen", log[0], StringComparison.Ordinal);
        Assert.EndsWith("v1   hidden       A court ordered it.  (by Ann)", log[2], StringComparison.Ordinal);
        JsonElement last = (await followed.ReadAsync("log", url, "--limit", "1", "--json")).JsonLines().Single();
        Assert.Equal(
            ("hidden", 1, "A court ordered it.", "Ann"),
            (last.GetProperty("kind").GetString(), last.GetProperty("version").GetInt32(),
                last.GetProperty("reason").GetString(), last.GetProperty("by").GetString()));
    }

    [Fact]
    public async Task The_log_says_what_was_changed_around_a_text_from_what_to_what()
    {
        await using FollowedSite followed = await FollowedSite.StartChangedAsync();
        string url = followed.Site.Url("library").AbsoluteUri;
        string page = NewsPages.Article(
            "Library to stay open longer",
            NewsPages.First,
            NewsPages.Second.Replace("300", "450", StringComparison.Ordinal),
            NewsPages.Third);
        const string Section = "<meta property=\"article:section\" content=\"Town\">";
        followed.Site.MapText("/library", page.Replace("</head>", Section + "</head>", StringComparison.Ordinal));
        (await followed.RunAsync("check", "--all")).Exits(0);

        string[] log = (await followed.ReadAsync("log", url)).Exits(0).Output.Trim().Split('\n');
        Assert.EndsWith("v2   metadata-changed  section: none → \"Town\"", log[2], StringComparison.Ordinal);
        JsonElement last = (await followed.ReadAsync("log", url, "--limit", "1", "--json")).JsonLines().Single();
        JsonElement change = Assert.Single(last.GetProperty("metadata").EnumerateArray());
        Assert.Equal(
            ("section", 0, "Town"),
            (change.GetProperty("field").GetString(), change.GetProperty("before").GetArrayLength(),
                change.GetProperty("after")[0].GetString()));
    }

    [Fact]
    public async Task A_hidden_version_is_not_shown_and_the_message_says_so()
    {
        await using FollowedSite followed = await FollowedSite.StartChangedAsync();
        string url = followed.Site.Url("library").AbsoluteUri;
        (await followed.ReadAsync("hide", url, "--versions", "1", "--reason", "Why.")).Exits(0);

        ToolResult show = await followed.ReadAsync("show", url, "--versions", "1");

        Assert.Contains("version 1 was taken down", show.Exits(2).Error, StringComparison.Ordinal);
        Assert.Empty(show.Output);
    }

    [Fact]
    public async Task The_hidden_text_of_a_page_that_still_shows_it_is_not_stored_again()
    {
        await using FollowedSite followed = await FollowedSite.StartChangedAsync();
        string url = followed.Site.Url("library").AbsoluteUri;
        (await followed.ReadAsync("hide", url, "--all", "--reason", "Why.")).Exits(0);

        (await followed.RunAsync("check", "--all")).Exits(0);

        Assert.Empty((await followed.ReadAsync("export", "--article", url)).Exits(0).Output);
        followed.Site.MapText("/library", NewsPages.Article("Library stays open"));
        (await followed.RunAsync("check", "--all")).Exits(0);
        Assert.Contains(
            "Library stays open", (await followed.ReadAsync("export")).Exits(0).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hide", "a", "--reason", "Why.")]
    [InlineData("hide", "a", "--all", "--versions", "1", "--reason", "Why.")]
    [InlineData("hide", "a", "--all")]
    [InlineData("prune")]
    [InlineData("prune", "--keep", "0")]
    [InlineData("log", "a", "--limit", "0")]
    public async Task Orders_that_cannot_be_meant_are_wrong_usage(params string[] args)
    {
        ToolResult result = await ToolRun.RunAsync(args);

        Assert.Contains("--help", result.Exits(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pruning_says_how_many_versions_it_erased()
    {
        await using FollowedSite followed = await FollowedSite.StartChangedAsync();
        followed.Site.MapText("/library", NewsPages.Article("Library stays open"));
        (await followed.RunAsync("check", "--all")).Exits(0);

        Assert.Equal("Pruned 0 versions.\n", (await followed.ReadAsync("prune", "--older-than", "1")).Exits(0).Output);
        ToolResult prune = await followed.ReadAsync("prune", "--keep", "1", "--json");

        Assert.Equal(1, prune.Exits(0).JsonLines().Single().GetProperty("pruned").GetInt32());
        Assert.Equal(3, (await followed.ReadAsync("export")).JsonLines().Count);
        string url = followed.Site.Url("library").AbsoluteUri;
        string last = (await followed.ReadAsync("log", url)).Exits(0).Output.TrimEnd().Split('\n')[^1];
        Assert.Contains(
            "v2   pruned       1 version: not the first or among the latest 1.  (by ", last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sound_database_verifies_and_every_fault_of_a_damaged_one_is_reported()
    {
        await using FollowedSite followed = await FollowedSite.StartChangedAsync();
        ToolResult sound = await followed.ReadAsync("verify");
        Assert.Equal(("", "The database has no faults.\n"), (sound.Exits(0).Output, sound.Error));
        Execute(
            followed.Database,
            "UPDATE version SET body = x'00' WHERE id & 16777215 = 1; DELETE FROM history WHERE key = 1");

        ToolResult damaged = await followed.ReadAsync("verify", "--json");

        string[] faults =
            [.. damaged.Exits(3).JsonLines().Select(line => line.GetProperty("fault").GetString()!)];
        Assert.True(faults.Length > 3, string.Join('\n', faults));
        Assert.Contains(faults, fault => fault.Contains("cut off", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("belongs to no article", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("the event log tells of it", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_status_tells_lag_and_failing_feeds_and_a_health_check_can_limit_the_lag()
    {
        await using FollowedSite followed = await FollowedSite.StartAsync();
        (await followed.RunAsync("add", followed.Feed)).Exits(0);
        followed.Site.Map("/feed.xml", context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        });
        (await followed.RunAsync("check", "--all")).Exits(3);

        ToolResult text = (await followed.ReadAsync("status", "--max-lag", "1h")).Exits(0);
        JsonElement json = (await followed.ReadAsync("status", "--json")).Exits(0).JsonLines().Single();

        Assert.Contains("Lag       none", text.Output, StringComparison.Ordinal);
        Assert.Contains($"Failing   {followed.Feed}: ", text.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(". (", text.Output, StringComparison.Ordinal);
        Assert.Equal(1, json.GetProperty("failingFeeds")[0].GetProperty("failures").GetInt32());
        Assert.Equal(0, json.GetProperty("lagSeconds").GetDouble());

        var later = new ToolRun { Clock = new ManualTimeProvider(DateTimeOffset.UtcNow.AddDays(2)) };
        string[] limited = ["status", "--max-lag", "1h", "--db", followed.Database];
        ToolResult lagging = (await later.WithAsync(limited)).Exits(3);
        Assert.Contains("Lag       2 days; 'newsdiff check'", lagging.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_status_counts_what_the_database_holds()
    {
        await using FollowedSite followed = await FollowedSite.StartChangedAsync();

        ToolResult text = await followed.ReadAsync("status");
        JsonElement json = (await followed.ReadAsync("status", "--json")).Exits(0).JsonLines().Single();

        Assert.Contains("Versions  3\n", text.Exits(0).Output, StringComparison.Ordinal);
        Assert.Equal(
            (2, 3, 1, 3),
            (json.GetProperty("articles").GetInt32(), json.GetProperty("versions").GetInt32(),
                json.GetProperty("feeds").GetInt32(), json.GetProperty("events").GetInt32()));
        Assert.True(json.GetProperty("bytes").GetInt64() > 0);
        Assert.Equal(0, json.GetProperty("handlers").GetArrayLength());
    }

    private static void Execute(string database, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
