using System.Collections.Immutable;
using NewsDiff.Tracking;

namespace NewsDiff;

public sealed partial class InMemoryVersionStore
{
    private readonly Dictionary<(VisitKind Kind, string Target), Visit> _visits = [];
    private readonly Dictionary<(VisitKind Kind, string Target), DateTimeOffset> _leases = [];

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

            ImmutableArray<Visit> claimed =
            [
                .. InOrder(_visits.Values)
                    .Where(visit => claim.Kind is null || visit.Kind == claim.Kind)
                    .Where(visit => claim.Target is null
                        ? visit.DueAt <= now && !IsLeased(visit, now, claim.Horizon)
                        : visit.Target == claim.Target)
                    .Where(visit => !claim.ExceptSites.Contains(visit.Url.Authority))
                    .OrderBy(visit => visit.DueAt)
                    .Take(claim.Limit)
                    .Select(visit => visit with { Claim = visit.Claim + 1 }),
            ];
            foreach (Visit visit in claimed)
            {
                _visits[(visit.Kind, visit.Target)] = visit;
                _leases[(visit.Kind, visit.Target)] = UtcInstant.ToMillisecond(claim.Now + claim.Lease);
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

    private static IOrderedEnumerable<Visit> InOrder(IEnumerable<Visit> visits) =>
        visits.OrderBy(visit => visit.Kind).ThenBy(visit => visit.Target, StringComparer.Ordinal);

    private bool IsLeased(Visit visit, DateTimeOffset now, DateTimeOffset? horizon) =>
        _leases.TryGetValue((visit.Kind, visit.Target), out DateTimeOffset until) && until > now && !(until > horizon);

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
