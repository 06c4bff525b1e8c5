using Microsoft.Data.Sqlite;

namespace NewsDiff.Sqlite.Tests;

public sealed class SqliteFileSearchTests : SearchContract<SqliteVersionStore>
{
    protected override Task<SqliteVersionStore> OpenAsync() => SqliteVersionStore.OpenAsync(
        TemporaryFile("news.db"), new SqliteStoreOptions { Search = true }, Token);
}

public sealed class SqliteMemorySearchTests : SearchContract<SqliteVersionStore>
{
    protected override Task<SqliteVersionStore> OpenAsync() => SqliteVersionStore.OpenAsync(
        ":memory:", new SqliteStoreOptions { Search = true }, Token);
}

/// <summary>The index of a file: off by default, built in portions, the same as one that grew with the file.</summary>
public sealed class SqliteSearchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_has_no_index_until_somebody_wants_one()
    {
        await using SqliteVersionStore store = await OpenAsync("news.db", null);
        await FillAsync(store, 3);

        VersionStoreException fault = await Assert.ThrowsAsync<VersionStoreException>(() => FindAsync(store, "ferry"));

        Assert.Contains("no search index", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("search_row", Tables("news.db"));
    }

    [Fact]
    public async Task An_index_that_is_built_finds_what_one_finds_that_grew_with_the_file()
    {
        await using SqliteVersionStore grown = await OpenAsync("grown.db", true);
        await FillAsync(grown, 1_300);
        await using (SqliteVersionStore plain = await OpenAsync("built.db", null))
        {
            await FillAsync(plain, 1_300);
        }

        List<double> shares = [];
        await using SqliteVersionStore built = await OpenAsync("built.db", true, new Reports(shares.Add));

        Assert.Equal(1, shares[^1]);
        Assert.InRange(shares[0], 0.3, 0.5);
        foreach (string query in Queries)
        {
            Assert.Equal(await FindAsync(grown, query), await FindAsync(built, query));
        }

        Assert.NotEmpty(await FindAsync(built, Queries[0]));
    }

    [Fact]
    public async Task A_build_that_is_stopped_goes_on_where_it_ended_and_misses_no_append_in_between()
    {
        await using SqliteVersionStore plain = await OpenAsync("news.db", null);
        await FillAsync(plain, 1_200);
        await Assert.ThrowsAsync<TimeoutException>(
            () => OpenAsync("news.db", true, new Reports(_ => throw new TimeoutException())));

        VersionStoreException fault = await Assert.ThrowsAsync<VersionStoreException>(() => FindAsync(plain, "ferry"));
        await FillAsync(plain, 1_210, from: 1_200);
        List<double> shares = [];
        await using SqliteVersionStore store = await OpenAsync("news.db", true, new Reports(shares.Add));
        await FillAsync(plain, 1_220, from: 1_210);

        Assert.Contains("not finished", fault.Message, StringComparison.Ordinal);
        Assert.True(shares[0] > 0.7, "The first portion was kept.");
        Assert.Equal(1_220, (await FindAsync(store, "state -kind:title")).Count);
        Assert.Single(await FindAsync(plain, "\"state 1205\""));
        Assert.Single(await FindAsync(plain, "\"state 1215\""));
    }

    [Fact]
    public async Task An_index_stays_up_to_date_in_stores_that_did_not_ask_for_it_and_can_be_removed()
    {
        await using (SqliteVersionStore store = await OpenAsync("news.db", true))
        {
            await FillAsync(store, 2);
        }

        await using SqliteVersionStore other = await OpenAsync("news.db", null);
        await FillAsync(other, 5, from: 2);
        Assert.Single(await FindAsync(other, "\"state 4\""));

        await using SqliteVersionStore without = await OpenAsync("news.db", false);
        await FillAsync(other, 7, from: 5);
        await Assert.ThrowsAsync<VersionStoreException>(() => FindAsync(without, "ferry"));
        Assert.DoesNotContain("search_row", Tables("news.db"));

        await using SqliteVersionStore again = await OpenAsync("news.db", true);
        Assert.Single(await FindAsync(again, "\"state 6\""));
    }

    [Fact]
    public async Task A_hidden_version_is_not_found_and_text_that_others_have_still_is()
    {
        await using SqliteVersionStore store = await OpenAsync("news.db", true);
        foreach (string text in new[] { "one ferry", "a secret ferry", "one ferry at last" })
        {
            await store.AppendAsync(Drafts.Of("a", text), Token);
        }

        Assert.Single(await FindAsync(store, "secret -kind:title"));
        var second = new VersionQuery { ArticleId = "a", FromNumber = 2, ToNumber = 2 };
        Assert.Equal(1, await store.HideAsync(second, "A court said so.", "the editor", Drafts.Noon, Token));

        Assert.Empty(await FindAsync(store, "secret"));
        Assert.Empty(await FindAsync(store, "kind:removed secret"));
        Assert.Equal(["3-: one ferry at last", "1-1: one ferry"], await FindAsync(store, "ferry"));
        Assert.Equal(["1-: Title"], await FindAsync(store, "title"));
        Assert.Equal(["3-: one ferry at last"], await FindAsync(store, "kind:added last"));

        await store.HideAsync(
            new VersionQuery { ArticleId = "a" }, "A court said so.", "the editor", Drafts.Noon, Token);
        Assert.Empty(await FindAsync(store, "ferry"));
        await store.AppendAsync(Drafts.Of("a", "a new ferry"), Token);
        Assert.Equal(["4-: a new ferry"], await FindAsync(store, "ferry -kind:title"));
    }

    [Fact]
    public async Task An_append_that_fails_leaves_no_row_in_the_index()
    {
        await using SqliteVersionStore store = await OpenAsync("news.db", true);
        await FillAsync(store, 1);
        using (SqliteConnection connection = Connect("news.db"))
        {
            connection.Execute("ALTER TABLE search_row RENAME COLUMN form TO former");
        }

        await Assert.ThrowsAsync<SqliteException>(
            async () => await store.AppendAsync(Drafts.Of("z", "a whale"), Token));

        Assert.Null(await store.FindLatestAsync("z", Token));
    }

    private static readonly string[] Queries =
    [
        "ferry", "state", "\"state 7\"", "kind:removed state", "kind:added state", "version:3", "title",
        "kind:removed 12",
    ];

    private Task<SqliteVersionStore> OpenAsync(string name, bool? search, IProgress<double>? progress = null) =>
        SqliteVersionStore.OpenAsync(
            _folder.File(name), new SqliteStoreOptions { Search = search, UpgradeProgress = progress }, Token);

    private static async Task FillAsync(SqliteVersionStore store, int until, int from = 0)
    {
        for (int i = from; i < until; i++)
        {
            await store.AppendAsync(
                Drafts.Of($"a{i % 7}", $"The ferry is in state {i} now.", seenAt: Drafts.Noon.AddMinutes(i)), Token);
        }
    }

    private static async Task<List<string>> FindAsync(SqliteVersionStore store, string query) =>
        await store.SearchAsync(query, null, Token)
            .Select(hit => $"{hit.FirstVersion}-{hit.LastVersion}: {hit.Snippet}").ToListAsync(Token);

    private SqliteConnection Connect(string name)
    {
        var connection = new SqliteConnection($"Data Source={_folder.File(name)};Pooling=False");
        connection.Open();
        return connection;
    }

    private List<string> Tables(string name)
    {
        using SqliteConnection connection = Connect(name);
        return connection.Query("SELECT name FROM sqlite_schema", row => row.GetString(0));
    }

    private sealed class Reports(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
