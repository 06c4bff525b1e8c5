using NewsDiff.Events;
using NewsDiff.Fetching;
using NewsDiff.TestSupport.Poison;
using NewsDiff.Tracking;

namespace NewsDiff.Tests;

public sealed class InMemoryVersionStoreTests : VersionStoreContract
{
    protected override Task<IVersionStore> OpenAsync() => Task.FromResult<IVersionStore>(new InMemoryVersionStore());
}

public sealed class InMemoryReadingTests : VersionReadingContract
{
    protected override Task<IVersionStore> OpenAsync() => Task.FromResult<IVersionStore>(new InMemoryVersionStore());
}

public sealed class InMemoryConcurrencyTests : ConcurrentAppendContract
{
    protected override Task<IVersionStore> OpenAsync() => Task.FromResult<IVersionStore>(new InMemoryVersionStore());
}

public sealed class InMemoryArticleCatalogTests : ArticleCatalogContract
{
    protected override Task<IArticleCatalog> OpenAsync() =>
        Task.FromResult<IArticleCatalog>(new InMemoryVersionStore());
}

public sealed class InMemorySubscriptionStoreTests : SubscriptionStoreContract
{
    protected override Task<ISubscriptionStore> OpenAsync() =>
        Task.FromResult<ISubscriptionStore>(new InMemoryVersionStore());
}

public sealed class InMemoryVisitStoreTests : VisitStoreContract
{
    protected override Task<IVisitStore> OpenAsync() => Task.FromResult<IVisitStore>(new InMemoryVersionStore());
}

public sealed class InMemoryArticleMergeTests : ArticleMergeContract
{
    protected override Task<IMergingCatalog> OpenAsync() =>
        Task.FromResult<IMergingCatalog>(new InMemoryVersionStore());
}

public sealed class InMemoryIsolationTests : TrackerIsolationContract
{
    protected override IEnumerable<int> Positions => Enumerable.Range(0, PoisonedSite.Count);

    protected override Task<IVersionStore> OpenAsync() => Task.FromResult<IVersionStore>(new InMemoryVersionStore());
}

public sealed class InMemoryTrackerStoreTests : TrackerStoreContract
{
    protected override Task<ITrackerStore> OpenAsync() => Task.FromResult<ITrackerStore>(new InMemoryVersionStore());
}

public sealed class InMemoryEventLogTests : EventLogContract
{
    protected override Task<ITrackerStore> OpenAsync() => Task.FromResult<ITrackerStore>(new InMemoryVersionStore());
}

public sealed class InMemoryEventDeliveryTests : EventDeliveryContract
{
    protected override Task<IEventDeliveryStore> OpenAsync() =>
        Task.FromResult<IEventDeliveryStore>(new InMemoryVersionStore());
}

public sealed class InMemorySearchTests : SearchContract<InMemoryVersionStore>
{
    protected override Task<InMemoryVersionStore> OpenAsync() => Task.FromResult(new InMemoryVersionStore());
}

public sealed class InMemoryCareTests : VersionCareContract
{
    protected override Task<ITrackerStore> OpenAsync() => Task.FromResult<ITrackerStore>(new InMemoryVersionStore());
}

public sealed class InMemoryReplacedReadingTests : ReplacedReadingContract
{
    protected override Task<ITrackerStore> OpenAsync() => Task.FromResult<ITrackerStore>(new InMemoryVersionStore());
}

public sealed class InMemoryModelTests : StoreModelContract<InMemoryVersionStore>
{
    protected override Task<InMemoryVersionStore> OpenAsync() => Task.FromResult(new InMemoryVersionStore());
}

public sealed class InMemorySiteTests : SiteStoreContract
{
    protected override Task<ISiteStore> OpenAsync() => Task.FromResult<ISiteStore>(new InMemoryVersionStore());
}

public sealed class InMemorySiteClaimTests : SiteClaimContract
{
    protected override Task<IVisitStore> OpenAsync() => Task.FromResult<IVisitStore>(new InMemoryVersionStore());
}

public sealed class InMemoryDueTests : DueStoreContract
{
    protected override Task<IDueStore> OpenAsync() => Task.FromResult<IDueStore>(new InMemoryVersionStore());
}
