using NewsDiff.Events;
using NewsDiff.Fetching;
using NewsDiff.TestSupport.Workers;
using NewsDiff.Tracking;

namespace NewsDiff.Sqlite.Tests;

public sealed class SqliteFileVersionTests : VersionStoreContract
{
    protected override async Task<IVersionStore> OpenAsync() =>
        await SqliteVersionStore.OpenAsync(TemporaryFile("news.db"), cancellationToken: Token);
}

public sealed class SqliteFileReadingTests : VersionReadingContract
{
    protected override async Task<IVersionStore> OpenAsync() =>
        await SqliteVersionStore.OpenAsync(TemporaryFile("news.db"), cancellationToken: Token);
}

public sealed class SqliteFileConcurrencyTests : ConcurrentAppendContract
{
    protected override async Task<IVersionStore> OpenAsync() =>
        await SqliteVersionStore.OpenAsync(TemporaryFile("news.db"), cancellationToken: Token);
}

public sealed class SqliteFileArticleCatalogTests : ArticleCatalogContract
{
    protected override async Task<IArticleCatalog> OpenAsync() =>
        await SqliteVersionStore.OpenAsync(TemporaryFile("news.db"), cancellationToken: Token);
}

public sealed class SqliteFileSubscriptionTests : SubscriptionStoreContract
{
    protected override async Task<ISubscriptionStore> OpenAsync() =>
        await SqliteVersionStore.OpenAsync(TemporaryFile("news.db"), cancellationToken: Token);
}

public sealed class SqliteFileVisitTests : VisitStoreContract
{
    protected override async Task<IVisitStore> OpenAsync() =>
        await SqliteVersionStore.OpenAsync(TemporaryFile("news.db"), cancellationToken: Token);
}

public sealed class SqliteFileDurabilityTests : DurableStoreContract<SqliteVersionStore>
{
    protected override Task<SqliteVersionStore> OpenAsync() =>
        SqliteVersionStore.OpenAsync(TemporaryFile("news.db"), cancellationToken: Token);
}

public sealed class SqliteFileArticleMergeTests : ArticleMergeContract
{
    protected override async Task<IMergingCatalog> OpenAsync() =>
        await SqliteVersionStore.OpenAsync(TemporaryFile("news.db"), cancellationToken: Token);
}

public sealed class SqliteFileTrackerStoreTests : TrackerStoreContract
{
    protected override async Task<ITrackerStore> OpenAsync() =>
        await SqliteVersionStore.OpenAsync(TemporaryFile("news.db"), cancellationToken: Token);
}

public sealed class SqliteFileEventLogTests : EventLogContract
{
    protected override async Task<ITrackerStore> OpenAsync() =>
        await SqliteVersionStore.OpenAsync(TemporaryFile("news.db"), cancellationToken: Token);
}

public sealed class SqliteFileEventDeliveryTests : EventDeliveryContract
{
    protected override async Task<IEventDeliveryStore> OpenAsync() =>
        await SqliteVersionStore.OpenAsync(TemporaryFile("news.db"), cancellationToken: Token);
}

public sealed class SqliteFileCareTests : VersionCareContract
{
    protected override async Task<ITrackerStore> OpenAsync() =>
        await SqliteVersionStore.OpenAsync(TemporaryFile("news.db"), cancellationToken: Token);
}

public sealed class SqliteFileReplacedReadingTests : ReplacedReadingContract
{
    protected override async Task<ITrackerStore> OpenAsync() => await SqliteVersionStore.OpenAsync(
        TemporaryFile("news.db"), new SqliteStoreOptions { Search = true }, Token);
}

public sealed class SqliteFileModelTests : StoreModelContract<SqliteVersionStore>
{
    protected override Task<SqliteVersionStore> OpenAsync() =>
        SqliteVersionStore.OpenAsync(TemporaryFile("news.db"), new SqliteStoreOptions { Search = true }, Token);
}

public sealed class SqliteFileSiteTests : SiteStoreContract
{
    protected override async Task<ISiteStore> OpenAsync() =>
        await SqliteVersionStore.OpenAsync(TemporaryFile("news.db"), cancellationToken: Token);
}

public sealed class SqliteFileSiteClaimTests : SiteClaimContract
{
    protected override async Task<IVisitStore> OpenAsync() =>
        await SqliteVersionStore.OpenAsync(TemporaryFile("news.db"), cancellationToken: Token);
}

public sealed class SqliteFileDueTests : DueStoreContract
{
    protected override async Task<IDueStore> OpenAsync() =>
        await SqliteVersionStore.OpenAsync(TemporaryFile("news.db"), cancellationToken: Token);
}

public sealed class SqliteFileWorkersTests : WorkersContract
{
    protected override async Task<ITrackerStore> OpenAsync() =>
        await SqliteVersionStore.OpenAsync(TemporaryFile("news.db"), cancellationToken: Token);
}

public sealed class SqliteFileStampTests : StoreStampContract<SqliteVersionStore>
{
    protected override Task<SqliteVersionStore> OpenAsync() =>
        SqliteVersionStore.OpenAsync(TemporaryFile("news.db"), cancellationToken: Token);
}
