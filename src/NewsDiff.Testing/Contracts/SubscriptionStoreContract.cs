using NewsDiff.Feeds;
using NewsDiff.Tracking;
using Xunit;

namespace NewsDiff.Testing.Contracts;

/// <summary>What every <see cref="ISubscriptionStore"/> must do.</summary>
public abstract class SubscriptionStoreContract : StoreContract<ISubscriptionStore>
{
    [Fact]
    public async Task Feeds_are_read_in_the_order_they_were_added()
    {
        ISubscriptionStore store = await OpenForTestAsync();
        Subscription b = Feed("b") with { Title = "B \0 \uD83D", Source = "bbc" };

        Assert.True(await store.AddSubscriptionAsync(b, Token));
        Assert.True(await store.AddSubscriptionAsync(Feed("a"), Token));

        Assert.Equal([b, Feed("a")], await ListAsync(store.ReadSubscriptionsAsync(Token)));
    }

    [Fact]
    public async Task Adding_a_feed_again_updates_its_title_source_and_filter_only()
    {
        ISubscriptionStore store = await OpenForTestAsync();
        await store.AddSubscriptionAsync(Feed("a") with { Title = "Old" }, Token);
        await store.AddSubscriptionAsync(Feed("b"), Token);

        Assert.False(await store.AddSubscriptionAsync(
            Feed("a") with { Title = "New", Source = "bbc", AddedAt = Noon.AddHours(1) }, Token));

        Assert.Equal(
            [Feed("a") with { Title = "New", Source = "bbc" }, Feed("b")],
            await ListAsync(store.ReadSubscriptionsAsync(Token)));
    }

    [Fact]
    public async Task Feeds_added_together_are_as_those_added_one_by_one()
    {
        ISubscriptionStore store = await OpenForTestAsync();
        await store.AddSubscriptionAsync(Feed("a") with { Title = "Old" }, Token);

        Assert.Equal(
            [true, false, true, false],
            await store.AddSubscriptionsAsync(
                [Feed("c"), Feed("a") with { Title = "New" }, Feed("b"), Feed("c") with { Title = "C" }], Token));

        Assert.Equal(
            [Feed("a") with { Title = "New" }, Feed("c") with { Title = "C" }, Feed("b")],
            await ListAsync(store.ReadSubscriptionsAsync(Token)));
        Assert.Empty(await store.AddSubscriptionsAsync([], Token));
    }

    [Fact]
    public async Task What_is_wanted_of_a_feed_is_kept_and_may_change()
    {
        ISubscriptionStore store = await OpenForTestAsync();
        var filter = new EntryFilter(
            [
                "url:^https://news\\.example/(local|\u00fcber)/",
                "title:a:b+-",
            ],
            ["category:sport"]);
        await store.AddSubscriptionAsync(Feed("a") with { Filter = filter }, Token);
        await store.AddSubscriptionAsync(Feed("b"), Token);

        Assert.Equal(
            [Feed("a") with { Filter = filter }, Feed("b")], await ListAsync(store.ReadSubscriptionsAsync(Token)));

        await store.AddSubscriptionAsync(Feed("a"), Token);
        Assert.Equal([Feed("a"), Feed("b")], await ListAsync(store.ReadSubscriptionsAsync(Token)));
    }

    [Fact]
    public async Task A_feed_is_found_by_its_address_as_it_is_read()
    {
        ISubscriptionStore store = await OpenForTestAsync();
        await store.AddSubscriptionAsync(Feed("a"), Token);
        await store.AddSubscriptionAsync(Feed("b") with { Title = "B", Source = "bbc" }, Token);

        Assert.Equal(
            Feed("b") with { Title = "B", Source = "bbc" }, await store.FindSubscriptionAsync(Feed("b").Url, Token));
        Assert.Null(await store.FindSubscriptionAsync(Feed("c").Url, Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(
            async () => await store.FindSubscriptionAsync(new Uri("/a", UriKind.Relative), Token));
    }

    [Fact]
    public async Task A_removed_feed_is_gone_and_may_come_back_as_the_last()
    {
        ISubscriptionStore store = await OpenForTestAsync();
        await store.AddSubscriptionAsync(Feed("a"), Token);
        await store.AddSubscriptionAsync(Feed("b"), Token);

        Assert.True(await store.RemoveSubscriptionAsync(Feed("a").Url, Token));
        Assert.False(await store.RemoveSubscriptionAsync(Feed("a").Url, Token));
        Assert.True(await store.AddSubscriptionAsync(Feed("a"), Token));

        Assert.Equal([Feed("b"), Feed("a")], await ListAsync(store.ReadSubscriptionsAsync(Token)));
    }

    [Fact]
    public async Task An_address_is_the_same_however_its_host_is_written()
    {
        ISubscriptionStore store = await OpenForTestAsync();
        await store.AddSubscriptionAsync(Feed("a") with { Url = new Uri("https://news.example") }, Token);

        Assert.False(
            await store.AddSubscriptionAsync(Feed("a") with { Url = new Uri("HTTPS://News.Example:443/") }, Token));
        Assert.True(
            await store.AddSubscriptionAsync(Feed("a") with { Url = new Uri("https://news.example/#part") }, Token));
        Assert.True(
            await store.AddSubscriptionAsync(Feed("a") with { Url = new Uri("https://news.example/A") }, Token));
        Assert.True(await store.AddSubscriptionAsync(Feed("a"), Token));
    }

    [Fact]
    public async Task The_longest_address_that_browsers_take_is_kept()
    {
        ISubscriptionStore store = await OpenForTestAsync();
        Subscription subscription = Feed(new string('a', 2083 - "https://news.example/".Length));

        await store.AddSubscriptionAsync(subscription, Token);

        Assert.Equal([subscription], await ListAsync(store.ReadSubscriptionsAsync(Token)));
    }

    [Fact]
    public async Task Of_many_that_add_one_feed_at_once_one_adds_it()
    {
        ISubscriptionStore store = await OpenForTestAsync();

        bool[] added = await AtOnceAsync(16, _ => store.AddSubscriptionAsync(Feed("a"), Token).AsTask());

        Assert.Single(added, isNew => isNew);
        Assert.Single(await ListAsync(store.ReadSubscriptionsAsync(Token)));
    }

    private static Subscription Feed(string name) =>
        new() { Url = new Uri($"https://news.example/{name}"), AddedAt = Noon };
}
