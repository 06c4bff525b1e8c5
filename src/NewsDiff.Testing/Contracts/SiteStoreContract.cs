using NewsDiff.Fetching;
using NewsDiff.Tracking;
using Xunit;

namespace NewsDiff.Testing.Contracts;

/// <summary>What every <see cref="ISiteStore"/> must do.</summary>
public abstract class SiteStoreContract : StoreContract<ISiteStore>
{
    private const string Site = "news.example:8080";

    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task One_of_many_who_ask_at_once_has_the_turn()
    {
        ISiteStore store = await OpenForTestAsync();

        SiteTurn[] turns = await AtOnceAsync(
            16, async i => await store.TakeTurnAsync(Site, $"{i}", Long, cancellationToken: Token));

        SiteTurn given = Assert.Single(turns, turn => turn.Number > 0);
        Assert.Equal((Site, 1L, null, null), (given.Site, given.Number, given.SinceLast, given.HeldFor));
        Assert.All(turns.Except([given]), turn => Assert.InRange(turn.BusyFor, TimeSpan.FromMinutes(1), Long));
        Assert.True((await store.TakeTurnAsync("other.example", "a", Long, cancellationToken: Token)).Number > 0);
    }

    [Fact]
    public async Task A_turn_that_ended_leaves_the_site_to_the_next_who_learns_when_it_was_asked()
    {
        ISiteStore store = await OpenForTestAsync();
        SiteTurn first = await store.TakeTurnAsync(Site, "a", Long, cancellationToken: Token);
        Assert.True(await store.EndTurnAsync(first, wasAsked: false, Token));
        SiteTurn second = await store.TakeTurnAsync(Site, "b", Long, cancellationToken: Token);
        Assert.True(await store.EndTurnAsync(second, wasAsked: true, Token));
        SiteTurn third = await store.TakeTurnAsync(Site, "a", Long, cancellationToken: Token);

        Assert.Equal((1L, 2L, 3L), (first.Number, second.Number, third.Number));
        Assert.Null(second.SinceLast);
        Assert.InRange(third.SinceLast!.Value, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task The_holder_renews_its_turn()
    {
        ISiteStore store = await OpenForTestAsync();
        SiteTurn turn = await store.TakeTurnAsync(Site, "a", TimeSpan.FromSeconds(1), cancellationToken: Token);
        SiteTurn renewed = await store.TakeTurnAsync(Site, "a", Long, cancellationToken: Token);
        SiteTurn other = await store.TakeTurnAsync(Site, "b", Long, cancellationToken: Token);

        Assert.Equal((turn.Number, 0L), (renewed.Number, other.Number));
        Assert.InRange(other.BusyFor, TimeSpan.FromMinutes(1), Long);
    }

    [Fact]
    public async Task A_turn_whose_lease_ended_goes_to_another_and_counts_as_asked_until_then()
    {
        ISiteStore store = await OpenForTestAsync();
        SiteTurn lost = await store.TakeTurnAsync(Site, "a", TimeSpan.Zero, cancellationToken: Token);
        SiteTurn taken = await store.TakeTurnAsync(Site, "b", Long, cancellationToken: Token);

        Assert.Equal(lost.Number + 1, taken.Number);
        Assert.InRange(taken.SinceLast!.Value, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        Assert.False(await store.EndTurnAsync(lost with { HeldFor = Long }, wasAsked: true, Token));
        Assert.Equal(0, (await store.TakeTurnAsync(Site, "a", Long, cancellationToken: Token)).Number);
    }

    [Fact]
    public async Task Nobody_has_a_turn_at_a_site_that_asks_to_be_left_alone()
    {
        ISiteStore store = await OpenForTestAsync();
        SiteTurn turn = await store.TakeTurnAsync(Site, "a", Long, cancellationToken: Token);
        await store.EndTurnAsync(turn with { HeldFor = TimeSpan.FromHours(1), Holds = 2 }, wasAsked: true, Token);

        SiteTurn held = await store.TakeTurnAsync(Site, "b", Long, cancellationToken: Token);

        Assert.Equal((0L, 2), (held.Number, held.Holds));
        Assert.InRange(held.HeldFor!.Value, TimeSpan.FromMinutes(59), TimeSpan.FromHours(1));
        Assert.NotNull((await store.TakeTurnAsync(Site, "a", Long, cancellationToken: Token)).HeldFor);
    }

    [Fact]
    public async Task A_hold_that_is_over_is_no_more_but_its_count_is()
    {
        ISiteStore store = await OpenForTestAsync();
        SiteTurn turn = await store.TakeTurnAsync(Site, "a", Long, cancellationToken: Token);
        await store.EndTurnAsync(
            turn with { HeldFor = TimeSpan.FromMilliseconds(1), Holds = 3 }, wasAsked: true, Token);
        await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Token);

        SiteTurn next = await store.TakeTurnAsync(Site, "b", Long, cancellationToken: Token);

        Assert.Equal((2L, null, 3), (next.Number, next.HeldFor, next.Holds));
    }

    [Fact]
    public async Task A_site_gives_no_more_turns_in_a_day_than_its_budget_has_requests()
    {
        ISiteStore store = await OpenForTestAsync();
        const int Most = 3;
        Assert.True(await store.EndTurnAsync(await TakeAsync(store, Site, "a", Most), wasAsked: false, Token));
        await AskAsync(store, Site, Most, times: 2);
        SiteTurn last = await TakeAsync(store, Site, "b", Most);
        Assert.Equal(last.Number, (await TakeAsync(store, Site, "b", Most)).Number);
        Assert.True(await store.EndTurnAsync(last, wasAsked: true, Token));

        SiteTurn refused = await TakeAsync(store, Site, "c", Most);

        Assert.Equal(0, refused.Number);
        Assert.InRange(refused.SpentFor!.Value, TimeSpan.Zero, TimeSpan.FromDays(1));
        Assert.True((await TakeAsync(store, "other.example", "c", Most)).Number > 0);
        Assert.True((await TakeAsync(store, Site, "c", 4)).Number > 0);
    }

    [Fact]
    public async Task All_sites_together_give_no_more_turns_in_a_day_than_their_budget_has_requests()
    {
        ISiteStore store = await OpenForTestAsync();
        const int Most = 3;
        await AskAsync(store, Site, null, times: 2, Most);
        SiteTurn running = await TakeAsync(store, "third.example", "c", null, Most);
        await AskAsync(store, "other.example", null, times: 1, Most);

        Assert.NotNull((await TakeAsync(store, Site, "a", null, Most)).SpentFor);
        Assert.NotNull((await TakeAsync(store, "new.example", "a", null, Most)).SpentFor);
        Assert.Equal(running.Number, (await TakeAsync(store, "third.example", "c", null, Most)).Number);
        Assert.True((await TakeAsync(store, "new.example", "a", null)).Number > 0);
        if (store is IDueStore due)
        {
            Assert.Equal(3, (await due.CountDueAsync(Noon, Token)).RequestsToday);
        }
    }

    [Fact]
    public async Task A_robots_txt_is_kept_for_as_long_as_it_may_be_used()
    {
        ISiteStore store = await OpenForTestAsync();
        const string Origin = "https://news.example";
        Assert.Null(await store.FindRobotsAsync(Origin, Token));

        await store.SaveRobotsAsync(Origin, "first", Long, Token);
        await store.SaveRobotsAsync(Origin, "second \0 \uD83D", Long, Token);
        await store.SaveRobotsAsync("http://news.example", "old", TimeSpan.Zero, Token);

        Assert.Equal("second \0 \uD83D", await store.FindRobotsAsync(Origin, Token));
        Assert.Null(await store.FindRobotsAsync("http://news.example", Token));
    }

    private static async Task<SiteTurn> TakeAsync(
        ISiteStore store, string site, string holder, int? most, int? mostOfAll = null) =>
        await store.TakeTurnAsync(site, holder, Long, most, mostOfAll, Token);

    private static async Task AskAsync(ISiteStore store, string site, int? most, int times, int? mostOfAll = null)
    {
        for (int i = 0; i < times; i++)
        {
            Assert.True(
                await store.EndTurnAsync(await TakeAsync(store, site, "a", most, mostOfAll), wasAsked: true, Token));
        }
    }
}
