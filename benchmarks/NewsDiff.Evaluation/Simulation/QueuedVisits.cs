using System.Collections.Immutable;
using NewsDiff.Tracking;

namespace NewsDiff.Evaluation.Simulation;

/// <summary>Visits in memory, in the order of their due times: for one tracker that makes a million of them.</summary>
internal sealed class QueuedVisits : IVisitStore
{
    private static readonly Comparer<(DateTimeOffset Due, string Target)> Order =
        Comparer<(DateTimeOffset Due, string Target)>.Create(static (left, right) => left.Due != right.Due
            ? left.Due.CompareTo(right.Due)
            : string.CompareOrdinal(left.Target, right.Target));

    private readonly Lock _gate = new();
    private readonly Dictionary<(VisitKind Kind, string Target), Visit> _visits = [];
    private readonly Dictionary<VisitKind, SortedSet<(DateTimeOffset Due, string Target)>> _free = new()
    {
        [VisitKind.Feed] = new(Order),
        [VisitKind.Article] = new(Order),
    };

    /// <summary>The time of the next visit; null for none.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_gate)
            {
                DateTimeOffset[] first = [.. _free.Values.Where(free => free.Count > 0).Select(free => free.Min.Due)];
                return first.Length == 0 ? null : first.Min();
            }
        }
    }

    public ValueTask<Visit?> FindVisitAsync(
        VisitKind kind, string target, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_visits.GetValueOrDefault((kind, target)));
        }
    }

    public ValueTask<bool> SaveVisitAsync(Visit visit, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (_visits.TryGetValue((visit.Kind, visit.Target), out Visit? known))
            {
                if (known.Claim > visit.Claim)
                {
                    return ValueTask.FromResult(false);
                }

                Remove(known);
            }

            _visits[(visit.Kind, visit.Target)] = visit;
            if (visit.DueAt is { } due)
            {
                _free[visit.Kind].Add((due, visit.Target));
            }

            return ValueTask.FromResult(true);
        }
    }

    public ValueTask<ImmutableArray<Visit>> ClaimDueAsync(
        VisitClaim claim, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            List<Visit> found = claim.Target is { } target
                ? [.. _visits.GetValueOrDefault((claim.Kind!.Value, target)) is { } one ? [one] : (Visit[])[]]
                : FindDue(claim);
            return ValueTask.FromResult<ImmutableArray<Visit>>([.. found.Select(Take)]);
        }
    }

    public IAsyncEnumerable<Visit> ReadVisitsAsync(CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            return _visits.Values.ToArray().ToAsyncEnumerable();
        }
    }

    private List<Visit> FindDue(VisitClaim claim)
    {
        HashSet<string> except = [.. claim.ExceptSites];
        HashSet<string> sites = [];
        List<Visit> found = [];
        foreach ((DateTimeOffset due, string target) in _free[claim.Kind!.Value])
        {
            if (due > claim.Now || found.Count == claim.Limit)
            {
                break;
            }

            Visit visit = _visits[(claim.Kind.Value, target)];
            string site = visit.Url.Authority;
            if (!except.Contains(site) && (sites.Contains(site) || sites.Count < claim.MaxSites))
            {
                sites.Add(site);
                found.Add(visit);
            }
        }

        return found;
    }

    private Visit Take(Visit visit)
    {
        Remove(visit);
        return _visits[(visit.Kind, visit.Target)] = visit with { Claim = visit.Claim + 1 };
    }

    private void Remove(Visit visit)
    {
        if (visit.DueAt is { } due)
        {
            _free[visit.Kind].Remove((due, visit.Target));
        }
    }
}
