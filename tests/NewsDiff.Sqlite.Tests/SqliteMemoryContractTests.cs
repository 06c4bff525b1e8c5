using NewsDiff.TestSupport.Poison;
using NewsDiff.Tracking;

namespace NewsDiff.Sqlite.Tests;

public sealed class SqliteMemoryVersionTests : VersionStoreContract
{
    protected override async Task<IVersionStore> OpenAsync() =>
        await SqliteVersionStore.OpenAsync(":memory:", cancellationToken: Token);
}

public sealed class SqliteMemoryReadingTests : VersionReadingContract
{
    protected override async Task<IVersionStore> OpenAsync() =>
        await SqliteVersionStore.OpenAsync(":memory:", cancellationToken: Token);
}

public sealed class SqliteMemoryConcurrencyTests : ConcurrentAppendContract
{
    protected override async Task<IVersionStore> OpenAsync() =>
        await SqliteVersionStore.OpenAsync(":memory:", cancellationToken: Token);
}

public sealed class SqliteMemoryArticleCatalogTests : ArticleCatalogContract
{
    protected override async Task<IArticleCatalog> OpenAsync() =>
        await SqliteVersionStore.OpenAsync(":memory:", cancellationToken: Token);
}

public sealed class SqliteMemorySubscriptionTests : SubscriptionStoreContract
{
    protected override async Task<ISubscriptionStore> OpenAsync() =>
        await SqliteVersionStore.OpenAsync(":memory:", cancellationToken: Token);
}

public sealed class SqliteMemoryVisitTests : VisitStoreContract
{
    protected override async Task<IVisitStore> OpenAsync() =>
        await SqliteVersionStore.OpenAsync(":memory:", cancellationToken: Token);
}

public sealed class SqliteMemoryArticleMergeTests : ArticleMergeContract
{
    protected override async Task<IMergingCatalog> OpenAsync() =>
        await SqliteVersionStore.OpenAsync(":memory:", cancellationToken: Token);
}

public sealed class SqliteMemoryIsolationTests : TrackerIsolationContract
{
    protected override async Task<IVersionStore> OpenAsync() =>
        await SqliteVersionStore.OpenAsync(":memory:", cancellationToken: Token);
}

public sealed class SqliteMemoryCareTests : VersionCareContract
{
    protected override async Task<ITrackerStore> OpenAsync() =>
        await SqliteVersionStore.OpenAsync(":memory:", cancellationToken: Token);
}
