using System.Collections.Immutable;
using NewsDiff.Tracking;
using NewsDiff.Tracking.Passes;
using NewsDiff.Tracking.Visits;

namespace NewsDiff.Evaluation.Simulation;

/// <summary>A worker of the crowd: it claims, visits and plans like a tracker, one event after the other.</summary>
internal sealed class CrowdWorker(
    IVisitStore store, CrowdSites sites, CrowdScore score, SimulatedClock clock, int slots,
    Action<DateTimeOffset, Func<Task>> schedule)
{
    private const int ClaimsAtOnce = 32;

    private static readonly TrackerOptions Options = new();
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly string _name = Guid.NewGuid().ToString("N");
    private readonly VisitQueue _queue = new();
    private readonly HashSet<Visit> _making = [];
    private bool _isDead;
    private bool _sleeps;

    /// <summary>Ends without a word: claims stay until their leases end.</summary>
    public void Die()
    {
        _isDead = true;
        foreach (Visit visit in _making)
        {
            score.Lost(visit);
        }
    }

    /// <summary>Begins as many visits as it may.</summary>
    public async Task WorkAsync()
    {
        bool mayHaveMore = true;
        while (!_isDead && _making.Count < slots)
        {
            if (_queue.Ready == 0 && (!mayHaveMore || !(mayHaveMore = await ClaimAsync())))
            {
                break;
            }

            if (_queue.TryBeginTurn(out string? site, out HeldVisit held))
            {
                await BeginAsync(site, held);
            }
        }

        if (!_isDead && _making.Count == 0 && !_sleeps)
        {
            _sleeps = true;
            schedule(clock.Now + Interval, () =>
            {
                _sleeps = false;
                return WorkAsync();
            });
        }
    }

    private async Task<bool> ClaimAsync()
    {
        DateTimeOffset now = clock.Now;
        ImmutableArray<Visit> visits = await store.ClaimDueAsync(new VisitClaim
        {
            Kind = VisitKind.Feed,
            Now = now,
            Lease = Options.Lease,
            Limit = ClaimsAtOnce,
            Worker = _name,
            MaxSites = slots,
            ExceptSites = [.. _queue.SitesWithFeeds],
            Horizon = now + VisitSchedule.LongestOf(Options),
        });
        var batch = new ClaimedBatch(now + (Options.Lease / 2), visits.Length);
        foreach (Visit visit in visits)
        {
            _queue.Add(new HeldVisit(visit, batch), isBehind: true);
        }

        return visits.Length > 0;
    }

    private async Task BeginAsync(string site, HeldVisit held)
    {
        if (clock.Now > held.Claim!.BeginBefore)
        {
            score.GivenBack++;
            await store.SaveVisitAsync(held.Visit);
            _queue.EndTurn(site);
            return;
        }

        (DateTimeOffset start, DateTimeOffset end) = sites.Ask(held.Visit, clock.Now);
        _making.Add(held.Visit);
        score.Began(held.Visit, start, end);
        schedule(end, () => EndAsync(site, held.Visit, end));
    }

    private async Task EndAsync(string site, Visit visit, DateTimeOffset now)
    {
        if (_isDead)
        {
            return;
        }

        bool hasNews = sites.HasNews(visit, now);
        Visit visited = visit with
        {
            LastVisitedAt = now,
            LastChangedAt = hasNews ? now : visit.LastChangedAt,
            LastStatus = FetchStatus.Fetched,
        };
        Visit planned = VisitSchedule.Plan(visited, confirmIn: null, leastWait: null, Options);
        score.Ended(visit, await store.SaveVisitAsync(planned));
        _making.Remove(visit);
        _queue.EndTurn(site);
        await WorkAsync();
    }
}
