using System.Collections.Immutable;
using NewsDiff.Tracking;

namespace NewsDiff;

public sealed partial class InMemoryVersionStore
{
    private readonly Dictionary<(VisitKind Kind, string Target), Visit> _visits = [];
    private readonly Dictionary<(VisitKind Kind, string Target), (DateTimeOffset Until, string? Worker)> _leases = [];

    /// <inheritdoc/>
    public ValueTask<Visit?> FindVisitAsync(
        VisitKind kind,
        string target,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(_visits.GetValueOrDefault((kind, target)));
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> SaveVisitAsync(Visit visit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(visit);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            (VisitKind, string) key = (visit.Kind, visit.Target);
            if (_visits.GetValueOrDefault(key)?.Claim > visit.Claim)
            {
                return ValueTask.FromResult(false);
            }

            _visits[key] = AsKept(visit);
            _leases.Remove(key);
            return ValueTask.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<Visit>> ClaimDueAsync(
        VisitClaim claim,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            DateTimeOffset now = UtcInstant.ToMillisecond(claim.Now);
            foreach (Visit ahead in _visits.Values.Where(visit => visit.DueAt > claim.Horizon).ToList())
            {
                _visits[(ahead.Kind, ahead.Target)] = ahead with { DueAt = now };
            }

            if (claim is { Renews: not null, Target: { } target })
            {
                return ValueTask.FromResult(Renew(claim, target, now));
            }

            ImmutableArray<Visit> claimed =
            [
                .. Share(Candidates(claim, now).OrderBy(visit => visit.DueAt), claim)
                    .Take(claim.Limit)
                    .Select(visit => visit with { Claim = visit.Claim + 1 })
                    .OrderBy(visit => visit.DueAt),
            ];
            foreach (Visit visit in claimed)
            {
                _visits[(visit.Kind, visit.Target)] = visit;
                _leases[(visit.Kind, visit.Target)] = (UtcInstant.ToMillisecond(now + claim.Lease), claim.Worker);
            }

            return ValueTask.FromResult(claimed);
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Visit> ReadVisitsAsync(CancellationToken cancellationToken = default)
    {
        return StreamAsync(Select, cancellationToken);

        IEnumerable<Visit> Select()
        {
            lock (_gate)
            {
                return [.. InOrder(_visits.Values)];
            }
        }
    }

    /// <inheritdoc/>
    ValueTask<ImmutableArray<Visit>> IVisitStore.FindFailingAsync(
        VisitKind kind, int limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult<ImmutableArray<Visit>>(
            [
                .. _visits.Values.Where(visit => visit.Kind == kind && visit.IsFailing)
                    .OrderByDescending(visit => visit.Failures).ThenBy(visit => visit.Target, StringComparer.Ordinal)
                    .Take(limit),
            ]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<string>> FindDueSitesAsync(
        DateTimeOffset now, DateTimeOffset? horizon = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            ImmutableArray<string> sites =
            [
                .. _visits.Values
                    .Where(visit => (visit.DueAt <= now || visit.DueAt > horizon) && !IsLeased(visit, now, horizon))
                    .Where(visit => !IsSpent(visit.Url.Authority))
                    .OrderBy(visit => visit.DueAt)
                    .Select(visit => visit.Url.Authority)
                    .Distinct(),
            ];
            return ValueTask.FromResult(sites);
        }
    }

    /// <inheritdoc/>
    public ValueTask<DueBacklog> CountDueAsync(DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            List<Visit> due = [.. _visits.Values.Where(visit => visit.DueAt <= now)];
            int feeds = due.Count(visit => visit.Kind == VisitKind.Feed);
            return ValueTask.FromResult(new DueBacklog
            {
                Feeds = Math.Min(feeds, DueBacklog.MaxCount),
                Articles = Math.Min(due.Count - feeds, DueBacklog.MaxCount),
                Lag = now - (due.Min(visit => visit.DueAt) ?? now),
                HeldSites = _sites.Values.Count(site => site.HeldUntil > _timeProvider.GetUtcNow()),
                SpentSites = _sites.Values.Count(site => site.IsSpent(_timeProvider.GetUtcNow())),
                RequestsToday = _sites.Values.Sum(site => (long)site.AskedOn(_timeProvider.GetUtcNow())),
            });
        }
    }

    private ImmutableArray<Visit> Renew(VisitClaim claim, string target, DateTimeOffset now)
    {
        foreach (VisitKind kind in claim.Kind is { } one ? [one] : Enum.GetValues<VisitKind>())
        {
            if (_visits.TryGetValue((kind, target), out Visit? visit) && visit.Claim == claim.Renews
                && _leases.TryGetValue((kind, target), out (DateTimeOffset Until, string? Worker) lease))
            {
                _leases[(kind, target)] = (UtcInstant.ToMillisecond(now + claim.Lease), lease.Worker);
                return [visit];
            }
        }

        return [];
    }

    /// <summary>The visits that a claim may take, by kind and target.</summary>
    private IEnumerable<Visit> Candidates(VisitClaim claim, DateTimeOffset now)
    {
        HashSet<string> others = claim is { Worker: { } worker, Target: null }
            ?
            [
                .. _leases.Where(lease => lease.Value.Worker is { } other && other != worker)
                    .Select(lease => _visits[lease.Key])
                    .Where(visit => IsLeased(visit, now, claim.Horizon))
                    .Select(visit => visit.Url.Authority),
            ]
            : [];
        return InOrder(_visits.Values)
            .Where(visit => claim.Kind is null || visit.Kind == claim.Kind)
            .Where(visit => claim.Target is null
                ? visit.DueAt <= now && !IsLeased(visit, now, claim.Horizon)
                : visit.Target == claim.Target)
            .Where(visit => claim.Site is null || visit.Url.Authority == claim.Site)
            .Where(visit => !claim.ExceptSites.Contains(visit.Url.Authority))
            .Where(visit => !IsBySite(claim) || !IsSpent(visit.Url.Authority))
            .Where(visit => !others.Contains(visit.Url.Authority));
    }

    private static bool IsBySite(VisitClaim claim) =>
        claim.Target is null
        && (claim.Worker is not null || claim.Site is not null || claim.MaxSites is not null
            || !claim.ExceptSites.IsEmpty);

    /// <summary>Chooses the most overdue sites; a worker's claim is shared evenly among them.</summary>
    private static IEnumerable<Visit> Share(IEnumerable<Visit> due, VisitClaim claim)
    {
        if (claim.Target is not null || (claim.Worker is null && claim.MaxSites is null))
        {
            return due;
        }

        IEnumerable<IGrouping<string, Visit>> sites =
            due.GroupBy(visit => visit.Url.Authority).Take(claim.MaxSites ?? int.MaxValue);
        return claim.Worker is null
            ? sites.SelectMany(site => site).OrderBy(visit => visit.DueAt)
            : sites.SelectMany(site => site.OrderBy(MissedAt).Select((visit, turn) => (visit, turn)))
                .OrderBy(one => one.turn).ThenBy(one => MissedAt(one.visit)).Select(one => one.visit);
    }

    /// <summary>When a whole further interval is over: what changes often is worth a visit sooner.</summary>
    private static DateTimeOffset? MissedAt(Visit visit) => visit.DueAt + visit.Interval;

    private static IOrderedEnumerable<Visit> InOrder(IEnumerable<Visit> visits) =>
        visits.OrderBy(visit => visit.Kind).ThenBy(visit => visit.Target, StringComparer.Ordinal);

    private bool IsLeased(Visit visit, DateTimeOffset now, DateTimeOffset? horizon) =>
        _leases.TryGetValue((visit.Kind, visit.Target), out (DateTimeOffset Until, string? Worker) lease)
        && lease.Until > now && !(lease.Until > horizon);

    private static Visit AsKept(Visit visit) => visit with
    {
        Fault = null,
        DueAt = visit.DueAt is { } due ? UtcInstant.ToMillisecond(due) : null,
        LastVisitedAt = visit.LastVisitedAt is { } visited ? UtcInstant.ToMillisecond(visited) : null,
        LastChangedAt = visit.LastChangedAt is { } changed ? UtcInstant.ToMillisecond(changed) : null,
        Interval = TimeSpan.FromMilliseconds(visit.Interval.Ticks / TimeSpan.TicksPerMillisecond),
        Validators = visit.Validators is { ETag: null, LastModified: null } ? null : visit.Validators,
    };
}
