using NewsDiff.Tracking;

namespace NewsDiff.Sqlite.Tests;

/// <summary>Files of earlier releases: all that they hold reads back equal, whatever interrupts the upgrade.</summary>
public sealed class SqliteUpgradeTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 3, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string DatabasePath => _folder.File("news.db");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(FormerFile.Version)]
    public async Task Versions_of_an_earlier_release_read_back_equal_and_in_their_order(int schema)
    {
        FormerFile.Create(DatabasePath, schema);
        List<ArticleVersion> versions = Fill(40);

        await using SqliteVersionStore store = await OpenAsync();

        Assert.Equal(versions.Select(Facts), await ReadAsync(store, new VersionQuery()));
        Assert.Equal(
            versions.Where(version => version.ArticleId == "b").Select(Facts).Reverse(),
            await ReadAsync(store, new VersionQuery { ArticleId = "b", NewestFirst = true }));
        Assert.Equal(
            versions.Where(version => version.Host == "b.example").Select(Facts),
            await ReadAsync(store, new VersionQuery { Host = "b.example" }));
        ArticleVersion latest = versions.Last(version => version.ArticleId == "a");
        Assert.Equal(AppendStatus.Unchanged, (await AppendAsync(store, "a", latest.Article)).Status);
        AppendResult next = await AppendAsync(store, "a", latest.Article with { Title = "A new one" });
        Assert.Equal(latest.Number + 1, next.Head!.Number);
        ArticleVersion last = await store.ReadVersionsAsync(new VersionQuery(), Token).LastAsync(Token);
        Assert.Equal("A new one", last.Article.Title);
    }

    [Fact]
    public async Task What_else_an_earlier_release_kept_reads_back_equal()
    {
        FormerFile.Create(DatabasePath, FormerFile.Version);
        FormerFile.Execute(
            DatabasePath,
            """
            INSERT INTO version VALUES
                (7, 'x', 1, 0, 'news.example', 'a hash of the host''s own', 3, 't',
                    CAST('{"url":"https://news.example/","title":"t"}' AS BLOB), 'main', 'c0ffee', 'Shrank.');
            INSERT INTO article VALUES
                ('00000000000000aa', 'https://news.example/a', 5, 'bbc', NULL),
                ('00000000000000bb', 'https://news.example/b', 4, NULL, '00000000000000aa');
            INSERT INTO article_key VALUES
                ('z', '00000000000000aa'), ('https://news.example/a', '00000000000000aa'), ('b', '00000000000000aa');
            INSERT INTO article_feed VALUES
                ('00000000000000aa', 'https://news.example/2'), ('00000000000000aa', 'https://news.example/1');
            INSERT INTO subscription VALUES ('https://news.example/1', 0, 'One', 'bbc', NULL);
            INSERT INTO visit (kind, target, url, due_at, state, interval, failures, claim, memory) VALUES
                ('Article', '00000000000000aa', 'https://news.example:8080/a', 9, 'Active', 60000, 2, 3, '{}');
            """);

        await using SqliteVersionStore store = await OpenAsync();
        TrackedArticle article = (await store.FindByKeyAsync("https://news.example/a", Token))!;
        ArticleVersion version = (await store.FindLatestAsync("x", Token))!;
        Visit visit = (await store.FindVisitAsync(VisitKind.Article, article.Id, Token))!;

        Assert.Equal(("00000000000000aa", "bbc"), (article.Id, article.Source));
        Assert.Equal(["z", "https://news.example/a", "b"], article.Keys);
        Assert.Equal(
            ["https://news.example/2", "https://news.example/1"], article.FeedUrls.Select(url => url.AbsoluteUri));
        Assert.Equal("00000000000000aa", (await store.FindByIdAsync("00000000000000bb", Token))!.MergedInto);
        Assert.Equal(article.Id, (await ArticlesAsync(store, new() { FeedUrl = new("https://news.example/1") }))[0].Id);
        Assert.Equal(2, (await ArticlesAsync(store, new() { IncludesMerged = true })).Count);
        Assert.Equal(("a hash of the host's own", "c0ffee"), (version.ContentHash, version.PageHash));
        Assert.Equal((3, "main", "Shrank."), (version.ExtractorVersion, version.Container, version.Doubt));
        Assert.Equal((2, 3, "{}"), (visit.Failures, visit.Claim, visit.Memory));
        Assert.Equal("One", (await store.ReadSubscriptionsAsync(Token).SingleAsync(Token)).Title);
    }

    [Fact]
    public async Task An_upgrade_that_is_killed_between_two_portions_goes_on_where_it_ended()
    {
        FormerFile.Create(DatabasePath, FormerFile.Version);
        List<ArticleVersion> versions = Fill(1_200);

        await Assert.ThrowsAsync<TimeoutException>(() => OpenAsync(new Reports(_ => throw new TimeoutException())));
        List<double> shares = [];
        await using SqliteVersionStore store = await OpenAsync(new Reports(shares.Add));

        Assert.Equal(versions.Select(Facts), await ReadAsync(store, new VersionQuery()));
        Assert.True(shares[0] > 0.5, "The first portion was kept.");
        Assert.Equal(1, shares[^1]);
    }

    [Fact]
    public async Task Two_who_open_a_file_at_once_upgrade_it_once()
    {
        FormerFile.Create(DatabasePath, FormerFile.Version);
        List<ArticleVersion> versions = Fill(600);

        SqliteVersionStore[] stores = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => OpenAsync()));

        foreach (SqliteVersionStore store in stores)
        {
            Assert.Equal(versions.Select(Facts), await ReadAsync(store, new VersionQuery()));
            await store.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_version_that_could_not_be_read_before_stops_no_upgrade_and_no_other_version()
    {
        FormerFile.Create(DatabasePath, FormerFile.Version);
        List<ArticleVersion> versions = Fill(10);
        FormerFile.Execute(DatabasePath, "UPDATE version SET article = x'00' WHERE article_id = 'a' AND number = 2");

        await using SqliteVersionStore store = await OpenAsync();

        Assert.Equal(
            versions.Where(version => version.ArticleId == "b").Select(Facts),
            await ReadAsync(store, new VersionQuery { ArticleId = "b" }));
        Assert.Equal(
            Facts(versions.Last(version => version.ArticleId == "a")),
            Facts((await store.FindLatestAsync("a", Token))!));
        var fault = await Assert.ThrowsAsync<VersionStoreException>(
            () => ReadAsync(store, new VersionQuery { ArticleId = "a" }));
        Assert.Contains("number '2'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_another_process_writes_to_is_not_upgraded_and_says_so()
    {
        FormerFile.Create(DatabasePath, FormerFile.Version);
        using var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={DatabasePath};Pooling=False");
        other.Open();
        using (other.BeginTransaction(deferred: false))
        {
            var busy = await Assert.ThrowsAsync<VersionStoreException>(() => SqliteVersionStore.OpenAsync(
                DatabasePath, new SqliteStoreOptions { BusyTimeout = TimeSpan.FromMilliseconds(50) }, Token));
            Assert.Contains("must be upgraded", busy.Message, StringComparison.Ordinal);
        }

        await (await OpenAsync()).DisposeAsync();
    }

    private static async Task<List<TrackedArticle>> ArticlesAsync(SqliteVersionStore store, ArticleQuery query) =>
        await store.ReadArticlesAsync(query, Token).ToListAsync(Token);

    private static ValueTask<AppendResult> AppendAsync(SqliteVersionStore store, string id, Article article) =>
        store.AppendAsync(new VersionDraft { ArticleId = id, Article = article, SeenAt = Noon }, Token);

    private static async Task<List<string>> ReadAsync(SqliteVersionStore store, VersionQuery query) =>
        await store.ReadVersionsAsync(query, Token).Select(Facts).ToListAsync(Token);

    private static string Facts(ArticleVersion version) =>
        $"{version} {version.ContentHash} {version.Article.Url} {version.Article.Title} "
        + string.Join('|', version.Article.Paragraphs);

    /// <summary>Appends to two articles in turns; the sequence has gaps.</summary>
    private List<ArticleVersion> Fill(int count)
    {
        List<ArticleVersion> versions = [];
        FormerFile.Execute(DatabasePath, "PRAGMA synchronous = OFF");
        for (int i = 0; i < count; i++)
        {
            string id = i % 3 == 0 ? "b" : "a";
            VersionDraft draft = Drafts.Of(
                id,
                $"The text in its state {i}: the ferry is late.",
                seenAt: Noon.AddMinutes(i),
                url: $"https://{id}.example/1");
            ArticleVersion? head = versions.LastOrDefault(version => version.ArticleId == id);
            versions.Add(draft.ApplyTo(head).Head!);
            FormerFile.Append(DatabasePath, versions[^1], 10 + (i * 2));
        }

        return versions;
    }

    private Task<SqliteVersionStore> OpenAsync(IProgress<double>? progress = null) => SqliteVersionStore.OpenAsync(
        DatabasePath, new SqliteStoreOptions { UpgradeProgress = progress }, Token);

    private sealed class Reports(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
