using Microsoft.Extensions.DependencyInjection;
using NewsDiff.Tracking;

namespace NewsDiff.Sqlite.Tests;

public sealed class SqliteRegistrationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task One_store_serves_all_four_interfaces_and_is_closed_with_the_container()
    {
        string path = _folder.File("news.db");
        ServiceProvider provider = new ServiceCollection().AddSqliteVersionStore(path).BuildServiceProvider();

        var store = provider.GetRequiredService<IVersionStore>();
        Assert.Same(store, provider.GetRequiredService<IArticleCatalog>());
        Assert.Same(store, provider.GetRequiredService<ISubscriptionStore>());
        Assert.Same(store, provider.GetRequiredService<IVisitStore>());
        Assert.False(File.Exists(path));

        Assert.True((await store.AppendAsync(Drafts.Of("a", "one"), Token)).IsAppended);
        Assert.True(File.Exists(path));
        await provider.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.FindLatestAsync("a", Token));
    }

    [Fact]
    public void A_store_of_the_host_s_own_is_kept()
    {
        var own = new InMemoryVersionStore();
        using ServiceProvider provider = new ServiceCollection()
            .AddSingleton<IVersionStore>(own)
            .AddSqliteVersionStore(_folder.File("news.db"))
            .BuildServiceProvider();

        Assert.Same(own, provider.GetRequiredService<IVersionStore>());
        Assert.IsType<SqliteVersionStore>(provider.GetRequiredService<IVisitStore>());
    }

    [Fact]
    public async Task Many_first_uses_at_once_open_the_file_safely()
    {
        await using ServiceProvider provider = new ServiceCollection()
            .AddSqliteVersionStore(_folder.File("news.db"))
            .BuildServiceProvider();

        AppendResult[] results = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(
            () => provider.GetRequiredService<IVersionStore>().AppendAsync(Drafts.Of($"{i}", "one"), Token).AsTask(),
            Token)));

        Assert.All(results, result => Assert.True(result.IsAppended));
    }
}
