using Microsoft.Extensions.DependencyInjection;
using NewsDiff.TestSupport.Contracts;
using NewsDiff.Tracking;

namespace NewsDiff.PostgreSql.Tests;

public sealed class PostgreSqlRegistrationTests(PostgreSqlCluster cluster)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_store_serves_all_four_interfaces_and_is_closed_with_the_container()
    {
        ServiceProvider provider = new ServiceCollection()
            .AddPostgreSqlVersionStore(await cluster.CreateDatabaseAsync())
            .BuildServiceProvider();

        var store = provider.GetRequiredService<IVersionStore>();
        Assert.Same(store, provider.GetRequiredService<IArticleCatalog>());
        Assert.Same(store, provider.GetRequiredService<ISubscriptionStore>());
        Assert.Same(store, provider.GetRequiredService<IVisitStore>());
        Assert.True((await store.AppendAsync(Drafts.Of("a", "one"), Token)).IsAppended);

        await provider.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.FindLatestAsync("a", Token));
    }

    [Fact]
    public void A_store_of_the_host_s_own_is_kept_and_nothing_connects_before_it_is_used()
    {
        var own = new InMemoryVersionStore();
        using ServiceProvider provider = new ServiceCollection()
            .AddSingleton<IVersionStore>(own)
            .AddPostgreSqlVersionStore("Host=nowhere.invalid;Database=none")
            .BuildServiceProvider();

        Assert.Same(own, provider.GetRequiredService<IVersionStore>());
        Assert.IsType<PostgreSqlVersionStore>(provider.GetRequiredService<IVisitStore>());
    }
}
