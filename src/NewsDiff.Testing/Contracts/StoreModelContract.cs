using NewsDiff.Events;
using NewsDiff.Search;
using NewsDiff.Tracking;
using Xunit;

namespace NewsDiff.Testing.Contracts;

/// <summary>A store answers like the one in memory, whatever was done before.</summary>
/// <remarks>The store is opened with its search index.</remarks>
public abstract class StoreModelContract<TStore> : StoreContract<TStore>
    where TStore : class, ITrackerStore, IMergingCatalog, ISubscriptionStore, IEventDeliveryStore, IDeadLetterStore,
        ISearchableStore, IVersionCare
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Random_operations_are_answered_as_in_memory(int seed)
    {
        TStore store = await OpenForTestAsync();
        var model = new StoreModel<TStore>(store, () => SettleAsync(store), seed);
        string? difference = await model.FindDifferenceAsync(600, Token);
        Assert.True(difference is null, difference);
    }
}
