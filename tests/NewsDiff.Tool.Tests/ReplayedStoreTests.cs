using System.Globalization;
using Microsoft.AspNetCore.Http;
using NewsDiff.Sqlite;
using NewsDiff.Tracking;

namespace NewsDiff.Tool.Tests;

/// <summary>Runs recorded by the tool, and their replay.</summary>
public sealed class ReplayedStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Again => _folder.File("again.db");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("run.warc.gz")]
    [InlineData("run.warc")]
    [InlineData("pages")]
    public async Task Every_version_source_and_fate_of_a_recorded_run_is_replayed(string archive)
    {
        string path = _folder.File(archive);
        await using FollowedSite followed = await RecordAsync(path, path, path, path);

        ToolResult replay = await ReplayAsync(path);

        Assert.DoesNotContain("not used", replay.Error, StringComparison.Ordinal);
        string expected = await DescribeAsync(followed.Database);
        Assert.Contains(" v3 Bridge open again", expected, StringComparison.Ordinal);
        Assert.Contains("town", expected, StringComparison.Ordinal);
        Assert.Contains("Gone", expected, StringComparison.Ordinal);
        Assert.Equal(expected, await DescribeAsync(Again));
        await AssertTimesAsync(followed.Database);
    }

    [Fact]
    public async Task Runs_recorded_in_several_files_are_replayed_as_one()
    {
        string path = Directory.CreateDirectory(_folder.File("files")).FullName;
        string[] files = [.. ((string[])["d.warc", "c.warc.gz", "b.warc", "a.warc.gz"]).Select(
            name => Path.Combine(path, name))];
        await using FollowedSite followed = await RecordAsync(files);

        await ReplayAsync(path);

        Assert.Equal(await DescribeAsync(followed.Database), await DescribeAsync(Again));
    }

    [Fact]
    public async Task An_interrupted_replay_resumes_and_a_repeated_one_adds_nothing()
    {
        string whole = _folder.File("run.warc");
        string first = _folder.File("first.warc");
        await using FollowedSite followed = await RecordAsync(
            beforeLast: () => File.Copy(whole, first), whole, whole, whole, whole);

        await ReplayAsync(first);
        await ReplayAsync(whole);
        Assert.Equal(await DescribeAsync(followed.Database), await DescribeAsync(Again));

        ToolResult again = await ReplayAsync(whole);
        Assert.Contains("left out: the database has later visits", again.Error, StringComparison.Ordinal);
        Assert.Equal(await DescribeAsync(followed.Database), await DescribeAsync(Again));
    }

    [Fact]
    public async Task A_replay_into_the_recorded_store_itself_adds_nothing()
    {
        string path = _folder.File("run.warc");
        await using FollowedSite followed = await RecordAsync(path, path);
        string before = await DescribeAsync(followed.Database);

        (await ToolRun.RunAsync("replay", path, "--db", followed.Database)).Exits(0);

        Assert.Equal(before, await DescribeAsync(followed.Database));
    }

    [Fact]
    public async Task Captures_that_no_visit_used_are_reported()
    {
        string path = _folder.File("run.warc");
        await using FollowedSite followed = await RecordAsync(path);
        string feed = followed.Site.Url("other.xml").AbsoluteUri;
        followed.Site.MapText("/other.xml", NewsPages.Feed(followed.Site), "application/rss+xml");

        ToolResult text = await ToolRun.RunAsync("replay", path, "--follow", feed, "--db", _folder.File("text.db"));
        ToolResult json = await ToolRun.RunAsync(
            "replay", path, "--follow", feed, "--json", "--db", _folder.File("json.db"));

        Assert.Contains("captures were unused", text.Exits(0).Error, StringComparison.Ordinal);
        Assert.Contains(followed.Feed, text.Error, StringComparison.Ordinal);
        Assert.Contains(json.Exits(0).JsonLines(), line =>
            line.GetProperty("event").GetString() == "unused" && line.GetProperty("url").GetString() == followed.Feed);
    }

    [Fact]
    public async Task Pages_are_taken_as_they_were_captured_also_where_some_answers_were_not_modified()
    {
        string path = _folder.File("run.warc");
        await using FollowedSite followed = await RecordAsync(path, path, path, path);

        (await ToolRun.RunAsync("replay", path, "--pages", "--db", Again)).Exits(0);

        // The page that moved is known by where it is now, as no feed named the place where it was.
        Assert.Equal(await StoriesAsync(followed.Database), await StoriesAsync(Again));
    }

    private async Task<ToolResult> ReplayAsync(string path) =>
        (await ToolRun.RunAsync("replay", path, "--db", Again)).Exits(0);

    private static Task<FollowedSite> RecordAsync(params string[] archives) => RecordAsync(beforeLast: null, archives);

    /// <summary>Checks a changing site once for each archive to record to.</summary>
    private static async Task<FollowedSite> RecordAsync(Action? beforeLast, params string[] archives)
    {
        FollowedSite followed = await FollowedSite.StartAsync();
        LoopbackSite site = followed.Site;
        site.MapText("/robots.txt", "User-agent: *\nDisallow: /secret", "text/plain");
        site.MapText(
            "/feed.xml", NewsPages.Feed(site, "library", "bridge", "moved", "gone", "secret"), "application/rss+xml");
        site.MapRedirect("/moved", "/landing", 301);
        site.MapText("/gone", NewsPages.Article("Market closes"));
        (await followed.RunAsync("add", followed.Feed, "--source", "town")).Exits(0);
        site.MapText("/alone", NewsPages.Article("A story of its own"));
        (await followed.RunAsync(
            "add", site.Url("alone").AbsoluteUri, "--source", "single", "--record", archives[0])).Exits(0);
        for (int run = 0; run < archives.Length; run++)
        {
            site.Map("/library", Page("Library to stay open longer", run / 2));
            site.Map("/bridge", Page(run == 2 ? "Bridge open again" : "Bridge closed for a week", run));
            site.Map("/landing", Page("Moved", run));
            if (run == 2)
            {
                site.Map("/gone", Gone);
                site.MapText("/robots.txt", "User-agent: *\nDisallow: /nothing", "text/plain");
                site.MapText("/secret", NewsPages.Article("No secret any more"));
            }

            if (run == archives.Length - 1)
            {
                beforeLast?.Invoke();
            }

            ToolResult check = await followed.RunAsync("check", "--all", "--record", archives[run]);
            Assert.True(check.ExitCode != 2, check.Error);
        }

        return followed;
    }

    private static RequestDelegate Page(string title, int state) => context =>
    {
        string tag = $"\"{title.Length}-{state}\"";
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(
            NewsPages.Article(
                title,
                NewsPages.First,
                $"It is state {state} of this story that the council published.",
                NewsPages.Third));
    };

    private static Task Gone(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status410Gone;
        return Task.CompletedTask;
    }

    /// <summary>Everything in a store except the times, which differ a little.</summary>
    private static async Task<string> DescribeAsync(string database)
    {
        await using SqliteVersionStore store = await SqliteVersionStore.OpenAsync(database, cancellationToken: Stop);
        IEnumerable<string> articles = (await store.ReadArticlesAsync(new ArticleQuery { IncludesMerged = true }, Stop)
            .ToListAsync(Stop))
            .Select(
                article =>
                    $"{article.Id} {article.Url} {article.Source} {string.Join(' ', article.Keys)} "
                    + $"{string.Join(' ', article.FeedUrls)} {article.MergedInto}");
        IEnumerable<string> feeds =
            (await store.ReadSubscriptionsAsync(Stop).ToListAsync(Stop)).Select(feed => feed.ToString());
        IEnumerable<string> visits = (await store.ReadVisitsAsync(Stop).ToListAsync(Stop)).Select(visit =>
            $"{visit.Target} {visit.Url} {visit.State} {visit.LastStatus} {visit.DueAt is null} {visit.Validators} "
            + $"{visit.LastReason}");
        return string.Join(
            '\n', [.. articles.Order(StringComparer.Ordinal), .. feeds, .. visits, .. await VersionsAsync(store)]);
    }

    private static async Task<string[]> StoriesAsync(string database)
    {
        await using SqliteVersionStore store = await SqliteVersionStore.OpenAsync(database, cancellationToken: Stop);
        return [.. (await VersionsAsync(store)).Where(
            static line => !line.Contains("Moved", StringComparison.Ordinal))];
    }

    private static async Task<string[]> VersionsAsync(SqliteVersionStore store)
    {
        List<ArticleVersion> versions = await store.ReadVersionsAsync(new VersionQuery(), Stop).ToListAsync(Stop);
        return [.. versions.Select(static version => string.Create(
            CultureInfo.InvariantCulture,
            $"{version.ArticleId} v{version.Number} {version.Article.Title} {version.Article.Url} "
            + $"{version.ContentHash} {version.PageHash} {version.Container}"))
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>
    /// A replay dates each version by its request, which was made between the version before it and its own time.
    /// </summary>
    private async Task AssertTimesAsync(string recorded)
    {
        await using SqliteVersionStore before = await SqliteVersionStore.OpenAsync(recorded, cancellationToken: Stop);
        await using SqliteVersionStore after = await SqliteVersionStore.OpenAsync(Again, cancellationToken: Stop);
        List<ArticleVersion> versions = await after.ReadVersionsAsync(new VersionQuery(), Stop).ToListAsync(Stop);
        await foreach (ArticleVersion version in before.ReadVersionsAsync(new VersionQuery(), Stop))
        {
            ArticleVersion same = Assert.Single(
                versions, other => other.ArticleId == version.ArticleId && other.Number == version.Number);
            Assert.True(same.SeenAt <= version.SeenAt, $"{same.SeenAt:O} is after {version.SeenAt:O}");
            ArticleVersion? previous = await before.ReadVersionsAsync(
                new VersionQuery { ArticleId = version.ArticleId, ToNumber = version.Number - 1, NewestFirst = true },
                Stop).FirstOrDefaultAsync(Stop);
            Assert.True(previous is null || same.SeenAt > previous.SeenAt, "It is dated before the version before it.");
        }
    }
}
