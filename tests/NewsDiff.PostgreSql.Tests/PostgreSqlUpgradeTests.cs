using NewsDiff.Tracking;

namespace NewsDiff.PostgreSql.Tests;

/// <summary>Databases of earlier releases: all reads back equal, whatever interrupts the upgrade.</summary>
public sealed class PostgreSqlUpgradeTests(PostgreSqlCluster cluster)
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 3, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(FormerDatabase.Version)]
    public async Task Versions_of_an_earlier_release_read_back_equal_and_in_their_order(int schema)
    {
        string database = await cluster.CreateDatabaseAsync();
        await FormerDatabase.CreateAsync(database, schema);
        List<ArticleVersion> versions = await FillAsync(database, 40);

        await using PostgreSqlVersionStore store = await OpenAsync(database);

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
        string database = await cluster.CreateDatabaseAsync();
        await FormerDatabase.CreateAsync(database, FormerDatabase.Version);
        await FormerDatabase.ExecuteAsync(
            database,
            """
            INSERT INTO newsdiff.version OVERRIDING SYSTEM VALUE VALUES
                (7, 'x', 1, 'epoch', 'news.example', 'a hash of the host''s own', 3, 't',
                    convert_to('{"url":"https://news.example/","title":"t"}', 'UTF8'), 'main', 'c0ffee', 'Shrank.');
            INSERT INTO newsdiff.article VALUES
                ('00000000000000aa', 'https://news.example/a', 'epoch', 'bbc', NULL),
                ('00000000000000bb', 'https://news.example/b', 'epoch', NULL, '00000000000000aa');
            INSERT INTO newsdiff.article_key VALUES
                (sha256('z'), 'z', '00000000000000aa', 1),
                (sha256('https://news.example/a'), 'https://news.example/a', '00000000000000aa', 2);
            INSERT INTO newsdiff.article_feed VALUES
                ('00000000000000aa', 'https://news.example/2', 1), ('00000000000000aa', 'https://news.example/1', 2);
            INSERT INTO newsdiff.visit (kind, target, url, due_at, state, interval, failures, claim, memory) VALUES
                ('Article', '00000000000000aa', 'https://news.example:8080/a', 'epoch', 'Active', 60000, 2, 3, '{}');
            """);

        await using PostgreSqlVersionStore store = await OpenAsync(database);
        TrackedArticle article = (await store.FindByKeyAsync("https://news.example/a", Token))!;
        ArticleVersion version = (await store.FindLatestAsync("x", Token))!;
        Visit visit = (await store.FindVisitAsync(VisitKind.Article, article.Id, Token))!;

        Assert.Equal(("00000000000000aa", "bbc"), (article.Id, article.Source));
        Assert.Equal(["z", "https://news.example/a"], article.Keys);
        Assert.Equal(
            ["https://news.example/2", "https://news.example/1"], article.FeedUrls.Select(url => url.AbsoluteUri));
        Assert.Equal(article.Id, (await store.FindByIdAsync("00000000000000bb", Token))!.MergedInto);
        var query = new ArticleQuery { FeedUrl = new Uri("https://news.example/1") };
        Assert.Equal(article.Id, (await store.ReadArticlesAsync(query, Token).SingleAsync(Token)).Id);
        Assert.Equal(("a hash of the host's own", "c0ffee"), (version.ContentHash, version.PageHash));
        Assert.Equal((3, "main", "Shrank."), (version.ExtractorVersion, version.Container, version.Doubt));
        Assert.Equal((2, 3, "{}"), (visit.Failures, visit.Claim, visit.Memory));
        Assert.True((await AppendAsync(store, "y", version.Article)).IsAppended);
    }

    [Fact]
    public async Task An_upgrade_that_is_killed_between_two_portions_goes_on_where_it_ended()
    {
        string database = await cluster.CreateDatabaseAsync();
        await FormerDatabase.CreateAsync(database, FormerDatabase.Version);
        List<ArticleVersion> versions = await FillAsync(database, 1_200);

        await Assert.ThrowsAsync<TimeoutException>(
            () => OpenAsync(database, new Reports(_ => throw new TimeoutException())));
        List<double> shares = [];
        await using PostgreSqlVersionStore store = await OpenAsync(database, new Reports(shares.Add));

        Assert.Equal(versions.Select(Facts), await ReadAsync(store, new VersionQuery()));
        Assert.True(shares[0] > 0.5, "The first portion was kept.");
        Assert.Equal(1, shares[^1]);
    }

    [Fact]
    public async Task Several_who_open_a_database_at_once_upgrade_it_once()
    {
        string database = await cluster.CreateDatabaseAsync();
        await FormerDatabase.CreateAsync(database, FormerDatabase.Version);
        List<ArticleVersion> versions = await FillAsync(database, 60);

        PostgreSqlVersionStore[] stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => OpenAsync(database)));

        foreach (PostgreSqlVersionStore store in stores)
        {
            Assert.Equal(versions.Select(Facts), await ReadAsync(store, new VersionQuery()));
            await store.DisposeAsync();
        }
    }

    private static Task<PostgreSqlVersionStore> OpenAsync(string database, IProgress<double>? progress = null) =>
        PostgreSqlVersionStore.OpenAsync(database, new PostgreSqlStoreOptions { UpgradeProgress = progress }, Token);

    private static ValueTask<AppendResult> AppendAsync(PostgreSqlVersionStore store, string id, Article article) =>
        store.AppendAsync(new VersionDraft { ArticleId = id, Article = article, SeenAt = Noon }, Token);

    private static async Task<List<string>> ReadAsync(PostgreSqlVersionStore store, VersionQuery query) =>
        await store.ReadVersionsAsync(query, Token).Select(Facts).ToListAsync(Token);

    private static string Facts(ArticleVersion version) =>
        $"{version} {version.ContentHash} {version.Article.Url} {version.Article.Title} "
        + string.Join('|', version.Article.Paragraphs);

    /// <summary>Appends to two articles in turns.</summary>
    private static async Task<List<ArticleVersion>> FillAsync(string database, int count)
    {
        List<ArticleVersion> versions = [];
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
            await FormerDatabase.AppendAsync(database, versions[^1]);
        }

        return versions;
    }

    private sealed class Reports(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
