namespace NewsDiff.PostgreSql.Tests;

public sealed class PostgreSqlSearchContractTests(PostgreSqlCluster cluster) : SearchContract<PostgreSqlVersionStore>
{
    protected override async Task<PostgreSqlVersionStore> OpenAsync() => await cluster.OpenStoreAsync(search: true);
}

/// <summary>The index of a database: off by default, built in portions while others append, and never stale.</summary>
public sealed class PostgreSqlSearchTests(PostgreSqlCluster cluster)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_index_that_is_built_while_others_append_misses_nothing()
    {
        string database = await cluster.CreateDatabaseAsync();
        await using PostgreSqlVersionStore plain = await OpenAsync(database, null);
        await FillAsync(plain, 600);
        await Assert.ThrowsAsync<VersionStoreException>(() => FindAsync(plain, "ferry"));

        // The store that appends was opened before there was an index, and is not told of it.
        Task<PostgreSqlVersionStore> opening = Task.Run(() => OpenAsync(database, true), Token);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(lane => Task.Run(
            async () =>
            {
                for (int i = 0; i < 50; i++)
                {
                    await plain.AppendAsync(Drafts.Of($"lane {lane} {i % 9}", $"whale {lane} in state {i}"), Token);
                }
            },
            Token)));
        await using PostgreSqlVersionStore store = await opening;

        Assert.Equal(200, (await FindAsync(store, "whale")).Count);
        Assert.Equal(600, (await FindAsync(store, "ferry")).Count);
    }

    [Fact]
    public async Task A_build_that_is_stopped_goes_on_where_it_ended()
    {
        string database = await cluster.CreateDatabaseAsync();
        await using PostgreSqlVersionStore plain = await OpenAsync(database, null);
        await FillAsync(plain, 700);

        await Assert.ThrowsAsync<TimeoutException>(
            () => OpenAsync(database, true, new Reports(_ => throw new TimeoutException())));
        await FillAsync(plain, 710, from: 700);
        List<double> shares = [];
        await using PostgreSqlVersionStore store = await OpenAsync(database, true, new Reports(shares.Add));
        await FillAsync(plain, 720, from: 710);

        Assert.True(shares[0] > 0.9, "The first portion was kept.");
        Assert.Equal(720, (await FindAsync(store, "state -kind:title")).Count);
    }

    [Fact]
    public async Task An_index_can_be_removed_while_others_append()
    {
        string database = await cluster.CreateDatabaseAsync();
        await using PostgreSqlVersionStore other = await OpenAsync(database, true);
        await FillAsync(other, 2);

        await using PostgreSqlVersionStore without = await OpenAsync(database, false);
        await FillAsync(other, 4, from: 2);
        await FillAsync(without, 6, from: 4);
        await Assert.ThrowsAsync<VersionStoreException>(() => FindAsync(other, "ferry"));
        await using PostgreSqlVersionStore again = await OpenAsync(database, true);

        Assert.Equal(6, (await FindAsync(again, "state -kind:title")).Count);
    }

    [Fact]
    public async Task A_hidden_version_is_not_found_and_text_that_others_have_still_is()
    {
        string database = await cluster.CreateDatabaseAsync();
        await using PostgreSqlVersionStore store = await OpenAsync(database, true);
        foreach (string text in new[] { "one ferry", "a secret ferry", "one ferry at last" })
        {
            await store.AppendAsync(Drafts.Of("a", text), Token);
        }

        Assert.Single(await FindAsync(store, "secret -kind:title"));
        var second = new VersionQuery { ArticleId = "a", FromNumber = 2, ToNumber = 2 };
        Assert.Equal(1, await store.HideAsync(second, "A court said so.", "the editor", Drafts.Noon, Token));

        Assert.Empty(await FindAsync(store, "secret"));
        Assert.Empty(await FindAsync(store, "kind:removed secret"));
        Assert.Equal(["1-: Title"], await FindAsync(store, "title"));
        Assert.Equal(["3-: one ferry at last"], await FindAsync(store, "kind:added last"));

        await store.HideAsync(
            new VersionQuery { ArticleId = "a" }, "A court said so.", "the editor", Drafts.Noon, Token);
        Assert.Empty(await FindAsync(store, "ferry"));
        await store.AppendAsync(Drafts.Of("a", "a new ferry"), Token);
        Assert.Equal(["4-: a new ferry"], await FindAsync(store, "ferry -kind:title"));
    }

    private static Task<PostgreSqlVersionStore> OpenAsync(
        string database, bool? search, IProgress<double>? progress = null) => PostgreSqlVersionStore.OpenAsync(
        database, new PostgreSqlStoreOptions { Search = search, UpgradeProgress = progress }, Token);

    private static async Task FillAsync(PostgreSqlVersionStore store, int until, int from = 0)
    {
        for (int i = from; i < until; i++)
        {
            await store.AppendAsync(
                Drafts.Of($"a{i % 7}", $"The ferry is in state {i} now.", seenAt: Drafts.Noon.AddMinutes(i)), Token);
        }
    }

    private static async Task<List<string>> FindAsync(PostgreSqlVersionStore store, string query) =>
        await store.SearchAsync(query, null, Token)
            .Select(hit => $"{hit.FirstVersion}-{hit.LastVersion}: {hit.Snippet}").ToListAsync(Token);

    private sealed class Reports(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
