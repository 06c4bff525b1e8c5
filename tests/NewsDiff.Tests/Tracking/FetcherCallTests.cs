using Microsoft.Extensions.Logging.Abstractions;
using NewsDiff.TestSupport;
using NewsDiff.Tracking;
using NewsDiff.Tracking.Passes;

namespace NewsDiff.Tests.Tracking;

/// <summary>A host's fetcher may never answer, and may not even return a task.</summary>
public sealed class FetcherCallTests
{
    private readonly Newsroom _room = new(new TrackerOptions { MaxConcurrency = 2 });
    private readonly ManualTimeProvider _timers = new();
    private readonly TaskCompletionSource _never = new();

    private static CancellationToken Stop => Newsroom.Stop;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_fetcher_that_never_answers_fails_its_visit_and_the_pass_ends(bool blocks)
    {
        using var asked = new SemaphoreSlim(0);
        using var release = new ManualResetEventSlim();
        await _room.FollowAsync();
        _room.Site.Announce(Newsroom.Feed, Newsroom.Story, Newsroom.Other);
        _room.Site.Publish(Newsroom.Other, "Other", "Text.");
        _room.Site.Answer(Newsroom.Story, async (_, _) =>
        {
            asked.Release();
            if (blocks)
            {
                release.Wait(Stop);
            }

            await _never.Task;
            throw new InvalidOperationException("It answers at last.");
        });
        List<CheckOutcome> outcomes = [];
        Task pass = PassAsync(outcomes, Stop);
        await asked.WaitAsync(Patience.Limit, Stop);

        // The other page has its answer before time passes, which would end that visit too.
        await Patience.UntilAsync(() => IsOver(outcomes, Newsroom.Other), Stop);
        await Patience.PassTimeAsync(_timers, TimeSpan.FromMinutes(15), until: () => pass.IsCompleted, Stop);

        await pass;
        release.Set();
        Assert.Single(outcomes, outcome => outcome.Url == Newsroom.Other && outcome.Kind == CheckKind.FirstSeen);
        CheckOutcome failed = Assert.Single(outcomes, outcome => outcome.Url == Newsroom.Story);
        Assert.IsType<TimeoutException>(failed.Exception);
        Assert.True(failed.NextCheckAt > _room.Clock.Now);
    }

    [Fact]
    public async Task Feeds_that_fall_due_while_nothing_but_one_slow_page_is_awaited_are_read()
    {
        using var asked = new SemaphoreSlim(0);
        await _room.FollowAsync();
        _room.Site.Answer(Newsroom.Story, async (_, _) =>
        {
            asked.Release();
            await _never.Task;
            return Scripts.Says(Newsroom.Story, "One", "Text.");
        });
        Uri other = new("https://other.example/feed");
        await _room.FollowAsync(other);
        _room.Site.Announce(other);
        Task pass = PassAsync([], Stop);
        await asked.WaitAsync(Patience.Limit, Stop);

        // Read at once, beside the page or after it is asked for: its next read is planned from then on.
        await Patience.UntilAsync(
            async () => await _room.Store.FindVisitAsync(VisitKind.Feed, other.AbsoluteUri, Stop)
                is { LastVisitedAt: not null },
            Stop);
        _room.Clock.Advance(TimeSpan.FromMinutes(20));

        await Patience.PassTimeAsync(
            _timers, TimeSpan.FromSeconds(1),
            until: () => _room.Site.Requests.Count(asked => asked.Url == other) == 2, Stop);

        _never.SetResult();
        await pass;
        Assert.Equal(2, _room.Site.Requests.Count(asked => asked.Url == other));
    }

    [Fact]
    public async Task A_pass_that_is_cancelled_does_not_wait_for_a_fetcher_that_goes_on()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        await _room.FollowAsync();
        _room.Site.Answer(Newsroom.Story, async (_, _) =>
        {
            await cancel.CancelAsync();
            await _never.Task;
            throw new InvalidOperationException("It answers at last.");
        });
        Task pass = PassAsync([], cancel.Token);

        await Patience.PassTimeAsync(_timers, TimeSpan.FromSeconds(10), until: () => pass.IsCompleted, Stop);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pass);
        var all = new VisitClaim
        {
            Now = _room.Clock.Now,
            Lease = TimeSpan.FromMinutes(1),
            Limit = 10,
            Kind = VisitKind.Article,
        };
        Assert.Single(await _room.Store.ClaimDueAsync(all, Stop));
    }

    private static bool IsOver(List<CheckOutcome> outcomes, Uri url)
    {
        lock (outcomes)
        {
            return outcomes.Exists(outcome => outcome.Url == url);
        }
    }

    private Task PassAsync(List<CheckOutcome> outcomes, CancellationToken cancellationToken)
    {
        var context = new TrackingContext
        {
            Fetcher = _room.Site,
            FeedFetcher = _room.Site,
            Store = _room.Store,
            Catalog = _room.Store,
            Memory = new InMemoryVersionStore(),
            Visits = _room.Store,
            Subscriptions = _room.Store,
            Options = new TrackerOptions { MaxConcurrency = 2 },
            Clock = _room.Clock,
            Timers = _timers,
            Log = NullLogger.Instance,
            RememberSite = (_, _, _) => { },
        };
        var pass = new CheckPass(context, outcome =>
        {
            lock (outcomes)
            {
                outcomes.Add(outcome);
            }

            return ValueTask.CompletedTask;
        });
        return pass.CheckDueAsync(CancellationToken.None, cancellationToken);
    }
}
