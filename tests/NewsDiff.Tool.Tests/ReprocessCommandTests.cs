using System.Text.Json;
using Microsoft.Data.Sqlite;
using NewsDiff.Sqlite;

namespace NewsDiff.Tool.Tests;

public sealed class ReprocessCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Pages => _folder.File("pages");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_dry_run_shows_what_would_change_and_a_run_changes_it_once()
    {
        await using FollowedSite followed = await RecordAsync();

        ToolResult dry = await followed.ReadAsync("reprocess", Pages, "--dry-run", "--show", "1");
        Assert.Contains("Home | Sport", dry.Exits(0).Output, StringComparison.Ordinal);
        Assert.Equal(
            "Would read 3 versions of 2 articles again; 3 texts would change. Left as they are: 0 without all pages, "
            + "0 refused.",
            dry.Output.Trim().Split('\n')[^1]);

        ToolResult run = await followed.ReadAsync("reprocess", Pages);
        Assert.Equal(
            "Read 3 versions of 2 articles again; 3 texts changed. Left as they are: 0 without all pages, 0 refused.\n",
            run.Exits(0).Output);
        string url = followed.Site.Url("library").AbsoluteUri;
        Assert.DoesNotContain(
            "Home | Sport", (await followed.ReadAsync("export")).Exits(0).Output, StringComparison.Ordinal);
        Assert.Equal(2, (await followed.ReadAsync("log", url)).Exits(0).Output.Trim().Split('\n').Length);
        Assert.StartsWith(
            "Read 0 versions",
            (await followed.ReadAsync("reprocess", Pages)).Exits(0).Output,
            StringComparison.Ordinal);
        (await followed.ReadAsync("verify")).Exits(0);
    }

    [Fact]
    public async Task One_article_is_read_again_and_the_answer_is_json()
    {
        await using FollowedSite followed = await RecordAsync();
        string url = followed.Site.Url("library").AbsoluteUri;

        ToolResult run = await followed.ReadAsync("reprocess", Pages, "--article", url, "--json");

        IReadOnlyList<JsonElement> lines = run.Exits(0).JsonLines();
        Assert.Equal(2, lines.Count);
        Assert.Equal("replaced", lines[0].GetProperty("status").GetString());
        Assert.Equal(
            [(1, 1, true), (2, 1, true)],
            lines[0].GetProperty("versions").EnumerateArray().Select(version => (
                version.GetProperty("number").GetInt32(),
                version.GetProperty("formerExtractor").GetInt32(),
                version.GetProperty("isTextChanged").GetBoolean())));
        Assert.Equal(
            (1, 2, 2),
            (lines[1].GetProperty("articles").GetInt32(), lines[1].GetProperty("versions").GetInt32(),
                lines[1].GetProperty("changedTexts").GetInt32()));
    }

    [Fact]
    public async Task Articles_whose_pages_are_not_kept_are_counted()
    {
        await using FollowedSite followed = await RecordAsync();
        string later = _folder.File("later");
        followed.Site.MapText("/bridge", NewsPages.Article("Bridge closed for a month"));
        (await followed.RunAsync("check", "--all", "--record", later)).Exits(0);

        ToolResult run = await followed.ReadAsync("reprocess", later);

        Assert.Equal(
            "Read 0 versions of 0 articles again; 0 texts changed. Left as they are: 2 without all pages, 0 refused.\n",
            run.Exits(0).Output);
    }

    [Fact]
    public async Task A_missing_archive_is_named()
    {
        await using FollowedSite followed = await FollowedSite.StartFollowedAsync();

        ToolResult run = await followed.ReadAsync("reprocess", _folder.File("nowhere"));

        Assert.Contains("there is no file or folder", run.Exits(2).Error, StringComparison.Ordinal);
    }

    /// <summary>A recorded run of two articles and an edit, as if an earlier extractor had read the pages.</summary>
    private async Task<FollowedSite> RecordAsync()
    {
        FollowedSite followed = await FollowedSite.StartAsync();
        (await followed.RunAsync("add", followed.Feed)).Exits(0);
        (await followed.RunAsync("check", "--record", Pages)).Exits(0);
        followed.ChangeLibrary();
        (await followed.RunAsync("check", "--all", "--record", Pages)).Exits(0);
        await using (var connection = new SqliteConnection($"Data Source={followed.Database};Pooling=False"))
        {
            await connection.OpenAsync(Stop);
            await using SqliteCommand age = connection.CreateCommand();
            age.CommandText = "UPDATE version SET extractor_version = 0";
            await age.ExecuteNonQueryAsync(Stop);
        }

        await using SqliteVersionStore store = await SqliteVersionStore.OpenAsync(
            followed.Database, cancellationToken: Stop);
        List<ArticleVersion> versions = await store.ReadVersionsAsync(new VersionQuery(), Stop).ToListAsync(Stop);
        foreach (ArticleVersion version in versions)
        {
            ArticleVersion reading = version with
            {
                Article = version.Article with { Paragraphs = ["Home | Sport", .. version.Article.Paragraphs] },
                ExtractorVersion = 1,
            };
            Assert.True(await store.ReplaceReadingsAsync([reading], Stop));
        }

        return followed;
    }
}
