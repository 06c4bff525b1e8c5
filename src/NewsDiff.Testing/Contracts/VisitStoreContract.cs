using System.Collections.Immutable;
using NewsDiff.Tracking;
using Xunit;

namespace NewsDiff.Testing.Contracts;

/// <summary>What every <see cref="IVisitStore"/> must do.</summary>
public abstract class VisitStoreContract : StoreContract<IVisitStore>
{
    private static VisitClaim Everything
    {
        get;
    } = new() { Now = Noon, Lease = TimeSpan.FromMinutes(10), Limit = 1000 };

    [Fact]
    public async Task A_visit_comes_back_as_it_was_saved()
    {
        IVisitStore store = await OpenForTestAsync();
        var full = new Visit
        {
            Kind = VisitKind.Feed,
            Target = "target \0 \uD83D",
            Url = new Uri("https://news.example/feed?a=1#b"),
            DueAt = Noon,
            State = VisitState.Vanished,
            LastVisitedAt = Noon.AddHours(-1),
            LastChangedAt = DateTimeOffset.MinValue,
            Interval = TimeSpan.FromMilliseconds(90_061_001),
            Failures = 3,
            LastStatus = FetchStatus.OnHold,
            HeldHash = new string('a', 64),
            Memory = """{"shorter":2}""",
            LastReason = "because \"of\" \0 \uDC00",
            Validators = new FetchValidators { ETag = "W/\"a\u0000b\"" },
        };
        Visit plain = Due("plain") with { DueAt = null, Validators = new FetchValidators() };

        Assert.True(await store.SaveVisitAsync(full, Token));
        Assert.True(await store.SaveVisitAsync(plain, Token));

        Assert.Equal(full, await store.FindVisitAsync(VisitKind.Feed, full.Target, Token));
        Assert.Equal(plain with { Validators = null }, await store.FindVisitAsync(VisitKind.Article, "plain", Token));
        Assert.Null(await store.FindVisitAsync(VisitKind.Feed, "plain", Token));
        Assert.Equal([full], await ListAsync(store.ReadVisitsAsync(VisitKind.Feed, Token)));
    }

    [Fact]
    public async Task Times_are_kept_to_the_millisecond()
    {
        IVisitStore store = await OpenForTestAsync();
        DateTimeOffset precise = Noon.ToOffset(TimeSpan.FromHours(2)).AddTicks(9_999);
        await store.SaveVisitAsync(
            Due("a") with
            {
                DueAt = precise,
                LastVisitedAt = precise,
                LastChangedAt = precise,
                Interval = TimeSpan.FromTicks(19_999),
            },
            Token);

        Visit visit = (await store.FindVisitAsync(VisitKind.Article, "a", Token))!;

        Assert.Equal(
            Due("a") with { LastVisitedAt = Noon, LastChangedAt = Noon, Interval = TimeSpan.FromMilliseconds(1) },
            visit);
        Assert.Equal(TimeSpan.Zero, visit.DueAt!.Value.Offset);
        Assert.Single(await store.ClaimDueAsync(Everything, Token));
    }

    [Fact]
    public async Task The_most_overdue_are_handed_out_first_and_ties_by_kind_and_target()
    {
        IVisitStore store = await OpenForTestAsync();
        await store.SaveVisitAsync(Due("b"), Token);
        await store.SaveVisitAsync(Due("a"), Token);
        await store.SaveVisitAsync(Due("a") with { Kind = VisitKind.Feed }, Token);
        await store.SaveVisitAsync(Due("z", minutes: -5), Token);
        await store.SaveVisitAsync(Due("later", minutes: 1), Token);
        await store.SaveVisitAsync(Due("never") with { DueAt = null }, Token);

        Assert.Equal("Article z, Article a", await ClaimedAsync(store, Everything with { Limit = 2 }));
        Assert.Equal("Feed a", await ClaimedAsync(store, Everything with { Kind = VisitKind.Feed }));
        Assert.Equal("Article b", await ClaimedAsync(store, Everything));
        Assert.Equal("", await ClaimedAsync(store, Everything));
        Assert.Equal("", await ClaimedAsync(store, Everything with { Limit = 0, Now = Noon.AddDays(1) }));
    }

    [Fact]
    public async Task Each_due_visit_is_handed_to_one_of_many_callers()
    {
        IVisitStore store = await OpenForTestAsync();
        for (int i = 0; i < 100; i++)
        {
            await store.SaveVisitAsync(Due($"{i}"), Token);
        }

        List<Visit>[] handed = await AtOnceAsync(16, async _ =>
        {
            List<Visit> mine = [];
            while (await store.ClaimDueAsync(Everything with { Limit = 3 }, Token) is { IsEmpty: false } visits)
            {
                mine.AddRange(visits);
            }

            return mine;
        });

        Assert.Equal(100, handed.Sum(mine => mine.Count));
        Assert.Distinct(handed.SelectMany(mine => mine).Select(visit => visit.Target));
        Assert.All(handed.SelectMany(mine => mine), visit => Assert.Equal(1, visit.Claim));
    }

    [Fact]
    public async Task A_claim_that_is_not_saved_is_handed_out_again_when_its_lease_ends()
    {
        IVisitStore store = await OpenForTestAsync();
        await store.SaveVisitAsync(Due("a"), Token);

        Visit first = Assert.Single(await store.ClaimDueAsync(Everything, Token));
        Assert.Empty(
            await store.ClaimDueAsync(Everything with { Now = Noon.AddMinutes(10).AddMilliseconds(-1) }, Token));
        Visit second = Assert.Single(await store.ClaimDueAsync(Everything with { Now = Noon.AddMinutes(10) }, Token));

        Assert.Equal((1L, 2L), (first.Claim, second.Claim));
        Assert.Equal(second, await store.FindVisitAsync(VisitKind.Article, "a", Token));
    }

    [Fact]
    public async Task Who_lost_the_claim_saves_nothing()
    {
        IVisitStore store = await OpenForTestAsync();
        await store.SaveVisitAsync(Due("a"), Token);
        Visit lost = Assert.Single(await store.ClaimDueAsync(Everything, Token));
        Visit held = Assert.Single(await store.ClaimDueAsync(Everything with { Now = Noon.AddHours(1) }, Token));

        Assert.False(await store.SaveVisitAsync(lost with { Failures = 9, DueAt = Noon }, Token));
        Assert.Empty(await store.ClaimDueAsync(Everything with { Now = Noon.AddHours(1) }, Token));
        Assert.True(await store.SaveVisitAsync(held with { Failures = 1 }, Token));
        Assert.False(await store.SaveVisitAsync(Due("a"), Token));

        Assert.Equal(held with { Failures = 1 }, await store.FindVisitAsync(VisitKind.Article, "a", Token));
    }

    [Fact]
    public async Task Saving_ends_the_lease()
    {
        IVisitStore store = await OpenForTestAsync();
        await store.SaveVisitAsync(Due("a"), Token);
        Visit claimed = Assert.Single(await store.ClaimDueAsync(Everything, Token));

        Assert.True(await store.SaveVisitAsync(claimed with { DueAt = Noon.AddMinutes(1) }, Token));

        Assert.Empty(await store.ClaimDueAsync(Everything, Token));
        Visit again = Assert.Single(await store.ClaimDueAsync(Everything with { Now = Noon.AddMinutes(1) }, Token));
        Assert.Equal(2, again.Claim);
    }

    [Fact]
    public async Task A_lease_that_ended_is_still_saved_while_nobody_else_has_claimed()
    {
        IVisitStore store = await OpenForTestAsync();
        await store.SaveVisitAsync(Due("a"), Token);
        Visit claimed = Assert.Single(await store.ClaimDueAsync(Everything with { Lease = TimeSpan.Zero }, Token));

        Assert.True(await store.SaveVisitAsync(claimed with { Failures = 1 }, Token));
    }

    [Fact]
    public async Task Many_visits_are_read_by_kind_and_target()
    {
        IVisitStore store = await OpenForTestAsync();
        for (int i = 0; i < 120; i++)
        {
            await store.SaveVisitAsync(Due($"{i}") with { Kind = VisitKind.Feed }, Token);
            await store.SaveVisitAsync(Due($"{i}"), Token);
        }

        List<Visit> visits = await ListAsync(store.ReadVisitsAsync(Token));

        Assert.Equal(240, visits.Count);
        Assert.Equal(visits.OrderBy(visit => visit.Kind).ThenBy(visit => visit.Target, StringComparer.Ordinal), visits);
    }

    [Fact]
    public async Task What_fails_most_is_found_first()
    {
        IVisitStore store = await OpenForTestAsync();
        foreach (VisitState state in Enum.GetValues<VisitState>())
        {
            await store.SaveVisitAsync(Due($"{state}") with { State = state, Failures = 3 }, Token);
            await store.SaveVisitAsync(
                Due($"{state}") with { Kind = VisitKind.Feed, State = state, Failures = 3 }, Token);
        }

        await store.SaveVisitAsync(Due("never"), Token);
        await store.SaveVisitAsync(Due("often") with { Failures = 400 }, Token);
        await store.SaveVisitAsync(Due("B") with { Failures = 20 }, Token);
        await store.SaveVisitAsync(Due("a") with { Failures = 20 }, Token);

        string[] articles = [.. (await store.FindFailingAsync(VisitKind.Article, 100, Token)).Select(TargetOf)];
        string[] feeds = [.. (await store.FindFailingAsync(VisitKind.Feed, 100, Token)).Select(TargetOf)];
        string[] some = [.. (await store.FindFailingAsync(VisitKind.Article, 2, Token)).Select(TargetOf)];

        string[] open =
            [.. Enum.GetValues<VisitState>().Except([VisitState.Removed, VisitState.Merged, VisitState.Paused])
                .Select(state => $"{state}").Order(StringComparer.Ordinal)];
        Assert.Equal(["often", "B", "a", .. open.Where(state => state != "Vanished")], articles);
        Assert.Equal(open, feeds);
        Assert.Equal(["often", "B"], some);

        static string TargetOf(Visit visit) => visit.Target;
    }

    [Fact]
    public async Task Hosts_that_are_not_wanted_now_are_passed_over_and_stay_free()
    {
        IVisitStore store = await OpenForTestAsync();
        string[] urls =
        [
            "https://busy.example/a", "http://busy.example/b", "https://busy.example:8080/c",
            "https://news.busy.example/d",
            "https://busy.example.org/e", "https://other.example/https://busy.example/f",
            "https://free.example/g?a=busy.example",
        ];
        for (int i = 0; i < urls.Length; i++)
        {
            await store.SaveVisitAsync(Due($"{i}", i - 60) with { Url = new Uri(urls[i]) }, Token);
        }

        VisitClaim others =
            Everything with { ExceptSites = ["busy.example", "it's \"none\".example", "free.example"], Limit = 3 };
        Assert.Equal("Article 2, Article 3, Article 4", await ClaimedAsync(store, others));
        Assert.Equal("Article 5", await ClaimedAsync(store, others));
        Assert.Equal("", await ClaimedAsync(store, others));
        Assert.Equal("Article 0, Article 1, Article 6", await ClaimedAsync(store, Everything));
    }

    [Fact]
    public async Task What_lies_beyond_the_horizon_was_planned_by_a_wrong_clock_and_is_due_now()
    {
        IVisitStore store = await OpenForTestAsync();
        DateTimeOffset horizon = Noon.AddDays(40);
        await store.SaveVisitAsync(Due("stranded") with { DueAt = Noon.AddDays(100) }, Token);
        await store.SaveVisitAsync(Due("leased"), Token);
        await store.SaveVisitAsync(Due("ahead") with { DueAt = horizon }, Token);
        await store.SaveVisitAsync(Due("never") with { DueAt = null }, Token);
        VisitClaim foreign = Everything with { Now = Noon.AddDays(99), Limit = 2 };
        Assert.Equal("Article leased, Article ahead", await ClaimedAsync(store, foreign));

        Assert.Equal("", await ClaimedAsync(store, Everything));
        Assert.Equal("", await ClaimedAsync(store, Everything with { Horizon = horizon, Limit = 0 }));
        ImmutableArray<Visit> claimed = await store.ClaimDueAsync(Everything with { Horizon = horizon }, Token);

        Assert.Equal(["leased", "stranded"], claimed.Select(visit => visit.Target));
        Assert.All(claimed, visit => Assert.Equal(Noon, visit.DueAt));
        Assert.Equal("", await ClaimedAsync(store, Everything with { Horizon = horizon }));
    }

    [Fact]
    public async Task A_fault_is_not_saved()
    {
        IVisitStore store = await OpenForTestAsync();

        await store.SaveVisitAsync(Due("a") with { Fault = "It could not be read." }, Token);

        Assert.Equal(Due("a"), await store.FindVisitAsync(VisitKind.Article, "a", Token));
    }

    private static Visit Due(string target, int minutes = 0) => new()
    {
        Kind = VisitKind.Article,
        Target = target,
        Url = new Uri("https://news.example/1"),
        DueAt = Noon.AddMinutes(minutes),
    };

    private static async Task<string> ClaimedAsync(IVisitStore store, VisitClaim claim) => string.Join(
        ", ", (await store.ClaimDueAsync(claim, Token)).Select(visit => $"{visit.Kind} {visit.Target}"));
}
