using System.Collections.Immutable;
using NewsDiff.Tracking;

namespace NewsDiff;

public sealed partial class InMemoryVersionStore
{
    private readonly Dictionary<(VisitKind Kind, string Target), Visit> _visits = [];
    private readonly Dictionary<(VisitKind Kind, string Target), DateTimeOffset> _leases = [];

    /// <inheritdoc/>
    public ValueTask<Visit?> FindVisitAsync(VisitKind kind, string target, CancellationToken cancellationToken = default)
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
    public ValueTask<ImmutableArray<Visit>> ClaimDueAsync(VisitClaim claim, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            DateTimeOffset now = UtcInstant.ToMillisecond(claim.Now);
            Visit[] due = [.. InOrder(_visits.Values
                .Where(visit => visit.DueAt is { } dueAt && (claim.IncludeNotDue || dueAt <= now))
                .Where(visit => claim.Kind is null || visit.Kind == claim.Kind)
                .Where(visit => !_leases.TryGetValue((visit.Kind, visit.Target), out DateTimeOffset until) || until <= now)
                .OrderBy(visit => visit.DueAt)).Take(claim.Limit)];
            for (int i = 0; i < due.Length; i++)
            {
                due[i] = due[i] with { Claim = due[i].Claim + 1 };
                _visits[(due[i].Kind, due[i].Target)] = due[i];
                _leases[(due[i].Kind, due[i].Target)] = UtcInstant.ToMillisecond(claim.Now + claim.Lease);
            }

            return ValueTask.FromResult(due.ToImmutableArray());
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
                return [.. InOrder(_visits.Values.OrderBy(_ => 0))];
            }
        }
    }

    private static IOrderedEnumerable<Visit> InOrder(IOrderedEnumerable<Visit> visits) =>
        visits.ThenBy(visit => visit.Kind).ThenBy(visit => visit.Target, StringComparer.Ordinal);

    private static Visit AsKept(Visit visit) => visit with
    {
        DueAt = visit.DueAt is { } due ? UtcInstant.ToMillisecond(due) : null,
        LastVisitedAt = visit.LastVisitedAt is { } visited ? UtcInstant.ToMillisecond(visited) : null,
        LastChangedAt = visit.LastChangedAt is { } changed ? UtcInstant.ToMillisecond(changed) : null,
        Interval = TimeSpan.FromMilliseconds(visit.Interval.Ticks / TimeSpan.TicksPerMillisecond),
        Validators = visit.Validators is { ETag: null, LastModified: null } ? null : visit.Validators,
    };
}
