using System.Collections.Immutable;
using NewsDiff.Fetching;
using NewsDiff.Tracking;
using Xunit;

namespace NewsDiff.Testing.Contracts;

/// <summary>What every <see cref="IVisitStore"/> must do for workers that share the sites.</summary>
public abstract class SiteClaimContract : StoreContract<IVisitStore>
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task A_site_is_visited_by_one_worker_at_a_time()
    {
        IVisitStore store = await OpenForTestAsync();
        await FillAsync(store, sites: 5, pages: 12);

        ImmutableArray<Visit>[] claimed = await AtOnceAsync(
            16, async worker => await store.ClaimDueAsync(By($"{worker}", limit: 4) with { MaxSites = 1 }, Token));

        string[] sites = [.. claimed.SelectMany(visits => visits.Select(visit => visit.Url.Authority).Distinct())];
        Assert.Equal(5, sites.Length);
        Assert.Distinct(sites);
        Assert.Empty(await store.ClaimDueAsync(By("late"), Token));
    }

    [Fact]
    public async Task Workers_who_claim_at_once_make_each_visit_once_and_leave_none()
    {
        IVisitStore store = await OpenForTestAsync();
        await FillAsync(store, sites: 7, pages: 9);

        List<Visit>[] made = await AtOnceAsync(6, async worker =>
        {
            List<Visit> mine = [];
            for (int idle = 0; idle < 40; idle++)
            {
                foreach (Visit visit in await store.ClaimDueAsync(By($"{worker}", 3) with { MaxSites = 2 }, Token))
                {
                    idle = 0;
                    mine.Add(visit);
                    Assert.True(await store.SaveVisitAsync(visit with { DueAt = Noon.AddDays(1) }, Token));
                }
            }

            return mine;
        });

        Assert.Equal(63, made.Sum(mine => mine.Count));
        Assert.Distinct(made.SelectMany(mine => mine).Select(visit => visit.Target));
    }

    [Fact]
    public async Task The_sites_of_a_claim_share_it_evenly()
    {
        IVisitStore store = await OpenForTestAsync();
        await FillAsync(store, sites: 3, pages: 10);

        ImmutableArray<Visit> claimed = await store.ClaimDueAsync(By("a", limit: 6) with { MaxSites = 2 }, Token);

        Assert.Equal([3, 3], claimed.GroupBy(visit => visit.Url.Authority).Select(site => site.Count()));
        Assert.Equal(claimed.OrderBy(visit => visit.DueAt), claimed);
    }

    [Fact]
    public async Task A_site_is_free_for_others_when_its_visits_are_made_or_its_lease_ends()
    {
        IVisitStore store = await OpenForTestAsync();
        await FillAsync(store, sites: 1, pages: 4);
        ImmutableArray<Visit> first = await store.ClaimDueAsync(By("a", limit: 2), Token);
        Assert.Empty(await store.ClaimDueAsync(By("b"), Token));
        Assert.Single(await store.ClaimDueAsync(By("a", limit: 1), Token));

        foreach (Visit visit in first)
        {
            await store.SaveVisitAsync(visit with { DueAt = Noon.AddDays(1) }, Token);
        }

        Assert.Empty(await store.ClaimDueAsync(By("b"), Token));
        Assert.Equal(2, (await store.ClaimDueAsync(By("b") with { Now = Noon + Lease }, Token)).Length);
    }

    [Fact]
    public async Task A_visit_that_somebody_asked_for_by_name_keeps_no_worker_from_its_site()
    {
        IVisitStore store = await OpenForTestAsync();
        await FillAsync(store, sites: 1, pages: 2);
        var asked = new VisitClaim { Now = Noon, Lease = Lease, Limit = 1, Kind = VisitKind.Article, Target = "0/0" };

        Assert.Single(await store.ClaimDueAsync(asked, Token));

        Assert.Equal("0/1", Assert.Single(await store.ClaimDueAsync(By("a"), Token)).Target);
    }

    [Fact]
    public async Task A_lease_that_is_renewed_lasts_and_keeps_its_number()
    {
        IVisitStore store = await OpenForTestAsync();
        await FillAsync(store, sites: 1, pages: 1);
        Visit held = Assert.Single(await store.ClaimDueAsync(By("a"), Token));
        VisitClaim renewal = Renewal(held) with { Now = Noon + (Lease / 2) };

        Assert.Equal(held, Assert.Single(await store.ClaimDueAsync(renewal, Token)));

        Assert.Empty(await store.ClaimDueAsync(By("b") with { Now = Noon + Lease }, Token));
        Visit taken = Assert.Single(await store.ClaimDueAsync(By("b") with { Now = Noon + (1.5 * Lease) }, Token));
        Assert.Equal(2, taken.Claim);
        Assert.Empty(await store.ClaimDueAsync(renewal, Token));
        Assert.True(await store.SaveVisitAsync(taken, Token));
        Assert.Empty(await store.ClaimDueAsync(Renewal(taken), Token));
    }

    [Fact]
    public async Task A_visit_that_becomes_due_sooner_is_found_whoever_looked_before()
    {
        IVisitStore store = await OpenForTestAsync();
        await FillAsync(store, sites: 2, pages: 1, dueIn: TimeSpan.FromHours(5));
        Assert.Empty(await store.ClaimDueAsync(By("a"), Token));
        Visit later = Assert.Single(await store.ClaimDueAsync(
            By("a", limit: 1) with { Now = Noon.AddHours(5), MaxSites = 1 }, Token));
        await store.SaveVisitAsync(later with { DueAt = Noon.AddHours(9) }, Token);
        Assert.Empty(await store.ClaimDueAsync(By("b") with { Now = Noon.AddHours(4) }, Token));

        await store.SaveVisitAsync(later with { DueAt = Noon.AddHours(2) }, Token);
        await store.SaveVisitAsync(At("new", "https://new.example/", Noon.AddHours(1)), Token);

        Assert.Equal(
            ["new", later.Target],
            (await store.ClaimDueAsync(By("b") with { Now = Noon.AddHours(4) }, Token)).Select(visit => visit.Target));
    }

    [Fact]
    public async Task Feeds_and_articles_of_a_site_are_found_by_their_kind()
    {
        IVisitStore store = await OpenForTestAsync();
        await FillAsync(store, sites: 1, pages: 1, dueIn: TimeSpan.FromHours(1));
        await store.SaveVisitAsync(At("f", "https://site0.example/f", Noon) with { Kind = VisitKind.Feed }, Token);

        Assert.Empty(await store.ClaimDueAsync(By("a") with { Kind = VisitKind.Article }, Token));
        Assert.Equal("f", Assert.Single(await store.ClaimDueAsync(By("a") with { Kind = null }, Token)).Target);
        VisitClaim hourLater = By("a") with { Kind = VisitKind.Article, Now = Noon.AddHours(1) };
        Assert.Equal("0/0", Assert.Single(await store.ClaimDueAsync(hourLater, Token)).Target);
    }

    [Theory]
    [InlineData(16)]
    [InlineData(-16)]
    public async Task A_worker_whose_clock_is_wrong_claims_by_the_clock_of_the_store(int minutes)
    {
        IVisitStore store = await OpenForTestAsync();
        if (store is not IStoreClock shared)
        {
            // No other process shares the store, so it uses the time of the claim.
            await store.SaveVisitAsync(At("soon", "https://b.example/", Noon.AddMinutes(10)), Token);
            VisitClaim own = By("own") with { Now = Noon.AddMinutes(minutes) };
            Assert.Equal(minutes > 0 ? 1 : 0, (await store.ClaimDueAsync(own, Token)).Length);
            return;
        }

        DateTimeOffset now = await shared.ReadClockAsync(Token);
        VisitClaim wrong = By("wrong") with { Now = now.AddMinutes(minutes) };
        await store.SaveVisitAsync(At("due", "https://a.example/", now.AddMinutes(-1)), Token);
        await store.SaveVisitAsync(At("soon", "https://b.example/", now.AddMinutes(10)), Token);

        Visit claimed = Assert.Single(await store.ClaimDueAsync(wrong, Token));

        Assert.Equal("due", claimed.Target);
        Assert.Empty(await store.ClaimDueAsync(By("other") with { Now = now.AddMinutes(16) }, Token));
        Assert.Empty(await store.ClaimDueAsync(By("other") with { Now = now.AddMinutes(16), Worker = null }, Token));
        Assert.True(await store.SaveVisitAsync(claimed, Token));
    }

    [Fact]
    public async Task What_would_miss_a_whole_interval_soonest_is_claimed_first()
    {
        IVisitStore store = await OpenForTestAsync();
        Visit At(string target, int hoursOverdue, int interval) =>
            SiteClaimContract.At(target, $"https://a.example/{target}", Noon.AddHours(-hoursOverdue)) with
            {
                Interval = TimeSpan.FromHours(interval),
            };
        await store.SaveVisitAsync(At("old", hoursOverdue: 20, interval: 240), Token);
        await store.SaveVisitAsync(At("lively", hoursOverdue: 1, interval: 1), Token);
        await store.SaveVisitAsync(At("daily", hoursOverdue: 12, interval: 24), Token);

        List<string> order = [];
        for (int i = 0; i < 3; i++)
        {
            Visit visit = Assert.Single(await store.ClaimDueAsync(By("a", limit: 1) with { MaxSites = 1 }, Token));
            order.Add(visit.Target);
            await store.SaveVisitAsync(visit with { DueAt = null }, Token);
        }

        Assert.Equal(["lively", "daily", "old"], order);
    }

    [Fact]
    public async Task A_site_whose_requests_of_the_day_are_used_up_is_left_out_and_its_visits_stay_due()
    {
        IVisitStore store = await OpenForTestAsync();
        if (store is not ISiteStore sites)
        {
            return;
        }

        await FillAsync(store, sites: 2, pages: 3);
        for (int i = 0; i < 2; i++)
        {
            SiteTurn turn = await sites.TakeTurnAsync(
                "site0.example", "a", Lease, maxDaily: 2, cancellationToken: Token);
            Assert.True(await sites.EndTurnAsync(turn, wasAsked: true, Token));
        }

        if (store is IDueStore due)
        {
            Assert.Equal(["site1.example"], await due.FindDueSitesAsync(Noon, cancellationToken: Token));
        }

        ImmutableArray<Visit> claimed = await store.ClaimDueAsync(By("a"), Token);

        Assert.Equal(3, claimed.Length);
        Assert.All(claimed, visit => Assert.Equal("site1.example", visit.Url.Authority));
        Assert.Equal(Noon, (await store.FindVisitAsync(VisitKind.Article, "0/0", Token))!.DueAt);
        Assert.Single(await store.ClaimDueAsync(By("b") with { Target = "0/0", Kind = VisitKind.Article }, Token));
    }

    private static VisitClaim By(string worker, int limit = 100) => new()
    {
        Now = Noon,
        Lease = Lease,
        Limit = limit,
        Worker = worker,
    };

    private static VisitClaim Renewal(Visit held) => new()
    {
        Now = Noon,
        Lease = Lease,
        Limit = 1,
        Kind = held.Kind,
        Target = held.Target,
        Renews = held.Claim,
    };

    private static Visit At(string target, string url, DateTimeOffset dueAt) => new()
    {
        Kind = VisitKind.Article,
        Target = target,
        Url = new Uri(url),
        DueAt = dueAt,
    };

    private static async Task FillAsync(IVisitStore store, int sites, int pages, TimeSpan dueIn = default)
    {
        for (int i = 0; i < sites * pages; i++)
        {
            (int page, int site) = int.DivRem(i, sites);
            await store.SaveVisitAsync(
                At($"{site}/{page}", $"https://site{site}.example/{page}", Noon + dueIn - TimeSpan.FromSeconds(i)),
                Token);
        }
    }
}
