using Xunit;

namespace NewsDiff.Testing.Contracts;

/// <summary>What every <see cref="IVersionStore"/> must do when many append at once.</summary>
public abstract class ConcurrentAppendContract : StoreContract<IVersionStore>
{
    /// <summary>The number of writers that retry until their versions are stored. The default is 16.</summary>
    /// <remarks>Most of their attempts are refused: a store of slow appends may take fewer.</remarks>
    protected virtual int Writers => 16;

    [Fact]
    public async Task Of_many_appends_that_expect_the_same_head_one_wins()
    {
        IVersionStore store = await OpenForTestAsync();
        await store.AppendAsync(Drafts.Of("a", "one"), Token);

        AppendResult[] results = await AtOnceAsync(
            16, i => store.AppendAsync(Drafts.Of("a", $"text {i}", expectedHead: 1), Token).AsTask());

        AppendResult winner = Assert.Single(results, result => result.IsAppended);
        Assert.All(
            results.Where(result => !result.IsAppended), result => Assert.Equal(AppendStatus.Conflict, result.Status));
        Assert.All(results, result => Assert.Equal(winner.Head!.ContentHash, result.Head!.ContentHash));
        Assert.Equal(2, await store.ReadVersionsAsync(new VersionQuery(), Token).CountAsync(Token));
    }

    [Fact]
    public async Task Of_many_first_sightings_that_say_the_same_one_is_stored()
    {
        IVersionStore store = await OpenForTestAsync();

        AppendResult[] results = await AtOnceAsync(16, _ => store.AppendAsync(Drafts.Of("a", "one"), Token).AsTask());

        Assert.Single(results, result => result.IsAppended);
        Assert.All(results, result => Assert.Equal(1, result.Head!.Number));
    }

    [Fact]
    public async Task Appends_that_retry_on_conflict_are_all_stored_without_a_gap_and_readers_see_prefixes()
    {
        const int Appends = 50;
        IVersionStore store = await OpenForTestAsync();
        using var written = new CancellationTokenSource();
        Task<int> reader = Task.Run(() => ReadPrefixesAsync(store, written.Token), Token);

        int[] conflicts = await AtOnceAsync(Writers, async writer =>
        {
            int refused = 0;
            for (int i = 0; i < Appends; i++)
            {
                while (!(await AppendAfterLatestAsync(store, $"writer {writer}, text {i}")).IsAppended)
                {
                    refused++;
                }
            }

            return refused;
        });
        await written.CancelAsync();

        Assert.True(await reader > 0);
        Assert.All(conflicts, refused => Assert.InRange(refused, 0, Writers * Appends));
        List<ArticleVersion> versions = await ListAsync(store.ReadVersionsAsync(new VersionQuery(), Token));
        Assert.Equal(Enumerable.Range(1, Writers * Appends), versions.Select(version => version.Number));
        Assert.Distinct(versions.Select(version => version.ContentHash));
    }

    [Fact]
    public async Task Appends_that_expect_nothing_are_all_stored_without_a_gap()
    {
        IVersionStore store = await OpenForTestAsync();

        AppendResult[] results = await AtOnceAsync(
            100, i => store.AppendAsync(Drafts.Of("a", $"text {i}"), Token).AsTask());

        Assert.All(results, result => Assert.True(result.IsAppended));
        Assert.Equal(Enumerable.Range(1, 100), results.Select(result => result.Head!.Number).Order());
    }

    private static async Task<AppendResult> AppendAfterLatestAsync(IVersionStore store, string text)
    {
        int head = (await store.FindLatestAsync("a", Token))?.Number ?? 0;
        return await store.AppendAsync(Drafts.Of("a", text, expectedHead: head), Token);
    }

    private static async Task<int> ReadPrefixesAsync(IVersionStore store, CancellationToken written)
    {
        int reads = 0;
        int seen = 0;
        do
        {
            List<ArticleVersion> versions = await ListAsync(
                store.ReadVersionsAsync(new VersionQuery { ArticleId = "a" }, Token));
            Assert.Equal(Enumerable.Range(1, versions.Count), versions.Select(version => version.Number));
            Assert.InRange(versions.Count, seen, int.MaxValue);
            seen = versions.Count;
            reads++;
        }
        while (!written.IsCancellationRequested);
        return reads;
    }
}
