using NewsDiff.Fetching;
using NewsDiff.Tracking;
using Xunit;

namespace NewsDiff.Testing.Contracts;

/// <summary>What every <see cref="IDueStore"/> must do.</summary>
public abstract class DueStoreContract : StoreContract<IDueStore>
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task Sites_with_due_visits_are_found_the_most_overdue_first()
    {
        IDueStore store = await OpenForTestAsync();
        await SaveAsync(store, "a", "https://later.example/a", Noon.AddMilliseconds(1));
        await SaveAsync(store, "b", "https://b.example:8080/b", Noon.AddHours(-1));
        await SaveAsync(store, "c", "https://c.example/c", Noon.AddHours(-2));
        await SaveAsync(store, "d", "https://b.example:8080/d", Noon.AddHours(5), VisitKind.Feed);
        await SaveAsync(store, "e", "https://e.example/e", Noon.AddHours(-3), VisitKind.Feed);
        await SaveAsync(store, "f", "https://e.example/f", Noon);
        await SaveAsync(store, "g", "https://ended.example/g", dueAt: null);

        Assert.Equal(["e.example", "c.example", "b.example:8080"], await store.FindDueSitesAsync(Noon, null, Token));
    }

    [Fact]
    public async Task A_visit_that_a_wrong_clock_planned_is_due()
    {
        IDueStore store = await OpenForTestAsync();
        await SaveAsync(store, "a", "https://a.example/", Noon.AddDays(400));

        Assert.Empty(await store.FindDueSitesAsync(Noon, Noon.AddDays(500), Token));
        Assert.Equal(["a.example"], await store.FindDueSitesAsync(Noon, Noon.AddDays(300), Token));
    }

    [Fact]
    public async Task A_site_whose_due_visits_are_held_is_found_again_when_their_leases_end()
    {
        IDueStore store = await OpenForTestAsync();
        await SaveAsync(store, "a", "https://a.example/a", Noon);
        await SaveAsync(store, "b", "https://b.example/b", Noon);

        Assert.Equal("a", Assert.Single(await store.ClaimDueAsync(Of("a.example"), Token)).Target);

        Assert.Equal(["b.example"], await store.FindDueSitesAsync(Noon.AddMinutes(1), null, Token));
        Assert.Equal(
            ["a.example", "b.example"], (await store.FindDueSitesAsync(Noon + Lease, null, Token)).Order());
    }

    [Fact]
    public async Task A_claim_of_one_site_takes_nothing_of_others()
    {
        IDueStore store = await OpenForTestAsync();
        await SaveAsync(store, "a", "https://a.example/a", Noon);
        await SaveAsync(store, "b", "https://a.example:8080/b", Noon);
        await SaveAsync(store, "c", "https://c.example/c", Noon.AddDays(-1));

        Assert.Equal("a", Assert.Single(await store.ClaimDueAsync(Of("a.example"), Token)).Target);
        Assert.Empty(await store.ClaimDueAsync(Of("a.example"), Token));
        Assert.Empty(await store.ClaimDueAsync(Of("unknown.example"), Token));
        Assert.Empty(await store.ClaimDueAsync(
            Of("c.example") with { ExceptSites = ["c.example"] }, Token));
        Assert.Equal("c", Assert.Single(await store.ClaimDueAsync(Of("c.example"), Token)).Target);
    }

    [Fact]
    public async Task What_is_due_is_counted_by_kind_and_from_the_most_overdue()
    {
        IDueStore store = await OpenForTestAsync();
        Assert.Equal(
            new DueBacklog { Feeds = 0, Articles = 0, Lag = TimeSpan.Zero, HeldSites = 0 },
            await store.CountDueAsync(Noon, Token));
        await SaveAsync(store, "a", "https://a.example/a", Noon.AddHours(-1));
        await SaveAsync(store, "b", "https://a.example/b", Noon);
        await SaveAsync(store, "c", "https://a.example/c", Noon.AddMinutes(-90), VisitKind.Feed);
        await SaveAsync(store, "d", "https://a.example/d", Noon.AddMinutes(1));
        await SaveAsync(store, "e", "https://a.example/e", dueAt: null);
        Assert.Equal(3, (await store.ClaimDueAsync(Of("a.example"), Token)).Length);

        DueBacklog backlog = await store.CountDueAsync(Noon, Token);

        Assert.Equal((1, 2, TimeSpan.FromMinutes(90)), (backlog.Feeds, backlog.Articles, backlog.Lag));
    }

    [Fact]
    public async Task Sites_that_want_to_be_left_alone_are_counted()
    {
        IDueStore store = await OpenForTestAsync();
        if (store is not ISiteStore sites)
        {
            return;
        }

        SiteTurn held = await sites.TakeTurnAsync("a.example", "one", Lease, cancellationToken: Token);
        await sites.EndTurnAsync(held with { HeldFor = TimeSpan.FromHours(1), Holds = 1 }, wasAsked: true, Token);
        await sites.EndTurnAsync(
            await sites.TakeTurnAsync("b.example", "one", Lease, cancellationToken: Token), wasAsked: true, Token);

        Assert.Equal(1, (await store.CountDueAsync(Noon, Token)).HeldSites);
    }

    private static VisitClaim Of(string site) => new()
    {
        Now = Noon,
        Lease = Lease,
        Limit = 100,
        Worker = "a",
        Site = site,
    };

    private static async Task SaveAsync(
        IDueStore store, string target, string url, DateTimeOffset? dueAt, VisitKind kind = VisitKind.Article) =>
        await store.SaveVisitAsync(
            new Visit { Kind = kind, Target = target, Url = new Uri(url), DueAt = dueAt }, Token);
}
