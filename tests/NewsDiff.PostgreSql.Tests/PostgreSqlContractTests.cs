using NewsDiff.Events;
using NewsDiff.Fetching;
using NewsDiff.TestSupport.Poison;
using NewsDiff.TestSupport.Workers;
using NewsDiff.Tracking;

namespace NewsDiff.PostgreSql.Tests;

public sealed class PostgreSqlVersionTests(PostgreSqlCluster cluster) : VersionStoreContract
{
    protected override async Task<IVersionStore> OpenAsync() => await cluster.OpenStoreAsync();
}

public sealed class PostgreSqlReadingTests(PostgreSqlCluster cluster) : VersionReadingContract
{
    protected override async Task<IVersionStore> OpenAsync() => await cluster.OpenStoreAsync();
}

public sealed class PostgreSqlConcurrencyTests(PostgreSqlCluster cluster) : ConcurrentAppendContract
{
    protected override async Task<IVersionStore> OpenAsync() => await cluster.OpenStoreAsync();
}

public sealed class PostgreSqlArticleCatalogTests(PostgreSqlCluster cluster) : ArticleCatalogContract
{
    protected override async Task<IArticleCatalog> OpenAsync() => await cluster.OpenStoreAsync();
}

public sealed class PostgreSqlSubscriptionTests(PostgreSqlCluster cluster) : SubscriptionStoreContract
{
    protected override async Task<ISubscriptionStore> OpenAsync() => await cluster.OpenStoreAsync();
}

public sealed class PostgreSqlVisitTests(PostgreSqlCluster cluster) : VisitStoreContract
{
    protected override async Task<IVisitStore> OpenAsync() => await cluster.OpenStoreAsync();
}

public sealed class PostgreSqlDurabilityTests(PostgreSqlCluster cluster) : DurableStoreContract<PostgreSqlVersionStore>
{
    private readonly Lazy<Task<string>> _database = new(cluster.CreateDatabaseAsync);

    protected override async Task<PostgreSqlVersionStore> OpenAsync() =>
        await PostgreSqlVersionStore.OpenAsync(await _database.Value, Token);
}

public sealed class PostgreSqlArticleMergeTests(PostgreSqlCluster cluster) : ArticleMergeContract
{
    protected override async Task<IMergingCatalog> OpenAsync() => await cluster.OpenStoreAsync();
}

public sealed class PostgreSqlIsolationTests(PostgreSqlCluster cluster) : TrackerIsolationContract
{
    protected override IEnumerable<int> Positions => [50];

    protected override async Task<IVersionStore> OpenAsync() => await cluster.OpenStoreAsync();
}

public sealed class PostgreSqlTrackerStoreTests(PostgreSqlCluster cluster) : TrackerStoreContract
{
    protected override async Task<ITrackerStore> OpenAsync() => await cluster.OpenStoreAsync();

    protected override Task SettleAsync(ITrackerStore store) => cluster.SettleAsync();
}

public sealed class PostgreSqlEventLogTests(PostgreSqlCluster cluster) : EventLogContract
{
    protected override async Task<ITrackerStore> OpenAsync() => await cluster.OpenStoreAsync();

    protected override Task SettleAsync(ITrackerStore store) => cluster.SettleAsync();
}

public sealed class PostgreSqlEventDeliveryTests(PostgreSqlCluster cluster) : EventDeliveryContract
{
    protected override async Task<IEventDeliveryStore> OpenAsync() => await cluster.OpenStoreAsync();

    protected override Task SettleAsync(IEventDeliveryStore store) => cluster.SettleAsync();
}

public sealed class PostgreSqlCareTests(PostgreSqlCluster cluster) : VersionCareContract
{
    protected override async Task<ITrackerStore> OpenAsync() => await cluster.OpenStoreAsync();

    protected override Task SettleAsync(ITrackerStore store) => cluster.SettleAsync();
}

public sealed class PostgreSqlReplacedReadingTests(PostgreSqlCluster cluster) : ReplacedReadingContract
{
    protected override async Task<ITrackerStore> OpenAsync() => await cluster.OpenStoreAsync(search: true);

    protected override Task SettleAsync(ITrackerStore store) => cluster.SettleAsync();
}

public sealed class PostgreSqlModelTests(PostgreSqlCluster cluster) : StoreModelContract<PostgreSqlVersionStore>
{
    protected override async Task<PostgreSqlVersionStore> OpenAsync() => await cluster.OpenStoreAsync(search: true);

    protected override Task SettleAsync(PostgreSqlVersionStore store) => cluster.SettleAsync();
}

public sealed class PostgreSqlSiteTests(PostgreSqlCluster cluster) : SiteStoreContract
{
    protected override async Task<ISiteStore> OpenAsync() => await cluster.OpenStoreAsync();
}

public sealed class PostgreSqlSiteClaimTests(PostgreSqlCluster cluster) : SiteClaimContract
{
    protected override async Task<IVisitStore> OpenAsync() => await cluster.OpenStoreAsync();
}

public sealed class PostgreSqlDueTests(PostgreSqlCluster cluster) : DueStoreContract
{
    protected override async Task<IDueStore> OpenAsync() => await cluster.OpenStoreAsync();
}

public sealed class PostgreSqlWorkersTests(PostgreSqlCluster cluster) : WorkersContract
{
    private readonly Lazy<Task<string>> _database = new(cluster.CreateDatabaseAsync);

    protected override async Task<ITrackerStore> OpenAsync() =>
        await PostgreSqlVersionStore.OpenAsync(await _database.Value, Token);

    protected override Task SettleAsync(ITrackerStore store) => cluster.SettleAsync();
}

public sealed class PostgreSqlStampTests(PostgreSqlCluster cluster) : StoreStampContract<PostgreSqlVersionStore>
{
    private readonly Lazy<Task<string>> _database = new(cluster.CreateDatabaseAsync);

    protected override async Task<PostgreSqlVersionStore> OpenAsync() =>
        await PostgreSqlVersionStore.OpenAsync(await _database.Value, Token);
}
