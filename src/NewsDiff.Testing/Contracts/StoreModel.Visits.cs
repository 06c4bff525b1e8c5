using NewsDiff.Tracking;

namespace NewsDiff.Testing.Contracts;

public sealed partial class StoreModel<TStore>
{
    private StoreOperation Save()
    {
        VisitKind kind = _random.Next(4) == 0 ? VisitKind.Feed : VisitKind.Article;
        var visit = new Visit
        {
            Kind = kind,
            Target = Article(),
            Url = Url(),
            DueAt = _random.Next(5) == 0 ? null : _now.AddMinutes(_random.Next(-60, 60)),
            Failures = _random.Next(4),
            Claim = _random.Next(6),
            Memory = _random.Next(3) == 0 ? "{}" : null,
            HeldHash = _random.Next(3) == 0 ? $"{_random.Next():x8}" : null,
        };
        return async (store, _, stop) =>
        {
            var visits = (IVisitStore)store;
            bool isSaved = await visits.SaveVisitAsync(visit, stop);
            return $"{isSaved} {await visits.FindVisitAsync(visit.Kind, visit.Target, stop)}";
        };
    }

    private StoreOperation Claim()
    {
        VisitClaim claim = ClaimOf(_random.Next(3) == 0 ? Article() : null);
        return async (store, _, stop) =>
            string.Join('\n', await ((IVisitStore)store).ClaimDueAsync(claim, stop));
    }

    private static StoreOperation ReadVisits() => async (store, _, stop) =>
        string.Join('\n', await ((IVisitStore)store).ReadVisitsAsync(stop).ToListAsync(stop));

    private VisitClaim ClaimOf(string? target)
    {
        VisitClaim claim = AnyClaimOf(target);

        // A store may choose the order of the sites: a lapsed lease may count from its end.
        return claim.ExceptSites.IsEmpty ? claim : claim with { Limit = 100 };
    }

    private VisitClaim AnyClaimOf(string? target) => new()
    {
        Now = _now,
        Lease = TimeSpan.FromMinutes(_random.Next(1, 30)),
        Limit = _random.Next(1, 5),
        Kind = target is not null || _random.Next(2) == 0 ? VisitKind.Article : null,
        Target = target,
        ExceptSites = target is null && _random.Next(3) == 0 ? [Site()] : [],
        Horizon = target is null && _random.Next(4) == 0 ? _now.AddDays(1) : null,
    };
}
