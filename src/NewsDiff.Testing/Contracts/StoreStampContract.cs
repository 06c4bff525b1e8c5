using NewsDiff.Events;
using NewsDiff.Tracking;
using Xunit;

namespace NewsDiff.Testing.Contracts;

/// <summary>What every <see cref="IStoreStamp"/> must tell, also of what other instances write.</summary>
/// <remarks>All stores of one test are to be opened over the same database.</remarks>
public abstract class StoreStampContract<TStore> : StoreContract<TStore>
    where TStore : class, ITrackerStore, IStoreStamp, IVersionCare, IArticleCatalog, ISubscriptionStore
{
    [Fact]
    public async Task A_store_that_nobody_writes_to_keeps_its_stamp()
    {
        TStore store = await OpenForTestAsync();
        await store.AppendAsync(Drafts.Of("a", "one"), Token);
        StoreStamp stamp = await store.ReadStampAsync(earlier: null, Token);
        await store.FindLatestAsync("a", Token);
        await store.ReadEventsAsync(new EventQuery(), Token).ToListAsync(Token);

        Assert.Equal(stamp.Events, (await store.ReadStampAsync(stamp, Token)).Events);
    }

    [Fact]
    public async Task A_version_and_a_takedown_give_a_new_stamp_whoever_writes_them()
    {
        TStore store = await OpenForTestAsync();
        TStore other = await OpenForTestAsync();
        StoreStamp before = await store.ReadStampAsync(earlier: null, Token);
        await other.AppendAsync(Drafts.Of("a", "one"), Token);
        StoreStamp appended = await store.ReadStampAsync(before, Token);
        await other.HideAsync(new VersionQuery { ArticleId = "a" }, "A court asked for it.", "desk", Noon, Token);
        StoreStamp hidden = await store.ReadStampAsync(appended, Token);
        await store.AppendAsync(Drafts.Of("b", "one"), Token);
        StoreStamp own = await store.ReadStampAsync(hidden, Token);

        StoreStamp[] all = [before, appended, hidden, own];
        Assert.Distinct(all.Select(stamp => stamp.Events));
        Assert.Distinct(all.Select(stamp => stamp.Writes));
    }

    [Fact]
    public async Task A_plan_is_a_write_but_no_event()
    {
        TStore store = await OpenForTestAsync();
        TStore other = await OpenForTestAsync();
        await store.AppendAsync(Drafts.Of("a", "one"), Token);
        StoreStamp before = await store.ReadStampAsync(earlier: null, Token);
        await other.SaveVisitAsync(
            new Visit { Kind = VisitKind.Article, Target = "a", Url = new Uri("https://news.example/a") }, Token);
        StoreStamp planned = await store.ReadStampAsync(before, Token);
        await other.AddSubscriptionAsync(
            new Subscription { Url = new Uri("https://news.example/feed"), AddedAt = Noon }, Token);
        StoreStamp followed = await store.ReadStampAsync(planned, Token);

        Assert.NotEqual(before.Writes, planned.Writes);
        Assert.NotEqual(planned.Writes, followed.Writes);
        Assert.Equal([before.Events, before.Events], [planned.Events, followed.Events]);
    }
}
