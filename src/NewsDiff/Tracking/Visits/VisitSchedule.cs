namespace NewsDiff.Tracking.Visits;

/// <summary>Decides when a page or feed is visited next.</summary>
/// <remarks>It is the one place that sets <see cref="Visit.DueAt"/> after a visit.</remarks>
internal static class VisitSchedule
{
    /// <summary>The wait before a doubtful result is checked again.</summary>
    /// <remarks>A first 404, or a text that lost most of its length, is doubtful.</remarks>
    public static readonly TimeSpan ConfirmAfter = TimeSpan.FromHours(1);

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>A visit that is later than this may be the clock's error, and is not the last one.</summary>
    private static readonly TimeSpan LatestForLast = TimeSpan.FromDays(30);

    /// <summary>The longest delay that a server may ask for.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(7);

    /// <summary>The longest interval of any policy: every store must be able to hold the times.</summary>
    private static readonly TimeSpan LongestInterval = TimeSpan.FromDays(3653);

    /// <summary>The longest time until a visit.</summary>
    /// <remarks>
    /// It is the longest of policies and servers, spread, plus a day of a feed's skipped hours. A later due time comes
    /// from a clock that was ahead.
    /// </remarks>
    public static TimeSpan LongestOf(TrackerOptions options) =>
        (Max(LongestWait, Max(LongestOf(options.ArticlePolicy), LongestOf(options.FeedPolicy))) * (1 + Spread.Share))
            + Day;

    /// <summary>Plans the next visit after one that was just made.</summary>
    /// <param name="visit">Its state, with the time of the visit that was just made.</param>
    /// <param name="confirmIn">When the result must be seen again to count; null when it counts.</param>
    /// <param name="leastWait">The server's requested delay, or null; at most 7 days are obeyed.</param>
    /// <param name="options">The policies and the seed of the spread.</param>
    /// <param name="pace">Learns from the visit how often articles of the site change; null for nothing.</param>
    public static Visit Plan(
        Visit visit, TimeSpan? confirmIn, TimeSpan? leastWait, TrackerOptions options, SitePace? pace = null)
    {
        DateTimeOffset now = visit.LastVisitedAt ?? throw new ArgumentException("It was not visited.", nameof(visit));
        IRevisitPolicy policy = visit.Kind == VisitKind.Feed ? options.FeedPolicy : options.ArticlePolicy;
        (visit, RevisitFacts facts) = FactsOf(visit, now, pace);
        TimeSpan? planned = NextInterval(policy, facts);

        // An address that is gone for good is not requested again.
        if (confirmIn is null && visit is { State: VisitState.Vanished, LastStatus: FetchStatus.Gone })
        {
            return visit with { DueAt = null };
        }

        // A result that must be confirmed gets another visit, even if this one was to be the last; so does a page that
        // is suddenly old, because the clock may have jumped.
        bool isFarTooLate = now - visit.DueAt > LatestForLast;
        if ((planned ?? confirmIn ?? (isFarTooLate ? Min(Day, LongestOf(policy)) : null)) is not { } regular)
        {
            return visit with { DueAt = null, State = VisitState.Retired };
        }

        TimeSpan asked = Min(leastWait ?? TimeSpan.Zero, LongestWait);
        TimeSpan? fixedWait = visit switch
        {
            _ when confirmIn >= Day => confirmIn,
            _ when confirmIn is { } soon => Min(regular, soon),
            { Failures: > 0 } => BackoffOf(visit, regular, options),
            { State: VisitState.Vanished } => Max(regular, Day),
            _ => null,
        };
        TimeSpan interval = Max(fixedWait ?? regular, asked);
        TimeSpan wait = fixedWait is null ? SpreadOut(interval, asked, policy, visit, options.JitterSeed) : interval;
        return visit with { DueAt = now + wait, Interval = interval };
    }

    /// <summary>The facts for a policy, and the visit that remembers them.</summary>
    private static (Visit Visit, RevisitFacts Facts) FactsOf(Visit visit, DateTimeOffset now, SitePace? pace)
    {
        var facts = default(RevisitFacts);
        if (visit.Kind == VisitKind.Article)
        {
            bool hasChanged = visit.LastChangedAt == now && visit.Interval > TimeSpan.Zero;
            (visit, facts) = ArticlePast.Note(visit, now);
            facts = facts with
            {
                SiteActivity = visit.Failures > 0 || pace is null ? 0 : pace.Learn(
                    visit.Url.Authority, facts.StatedAge + facts.Age, Min(visit.Interval, facts.Age), hasChanged),
            };
        }

        // A clock that was ahead may have recorded a change in the future.
        visit = visit.LastChangedAt > now ? visit with { LastChangedAt = now } : visit;
        facts = facts with { SinceChange = now - (visit.LastChangedAt ?? now), LastInterval = visit.Interval };
        return (visit, facts);
    }

    /// <summary>Plans the next visit after one that threw, without a policy that throws itself.</summary>
    /// <param name="visit">Its state, with the failure.</param>
    /// <param name="options">The policies and the seed of the spread.</param>
    public static Visit PlanAfterFault(Visit visit, TrackerOptions options)
    {
        TimeSpan wait = BackoffOf(visit, Day, options);
        return visit with { DueAt = visit.LastVisitedAt + wait, Interval = wait };
    }

    /// <summary>Spreads an interval by up to a tenth.</summary>
    /// <remarks>
    /// The result is within the policy's bounds, and not below the requested delay. When that delay decides, the result
    /// is at most a day, because fetchers obey freshness no longer.
    /// </remarks>
    private static TimeSpan SpreadOut(TimeSpan interval, TimeSpan asked, IRevisitPolicy policy, Visit visit, int seed)
    {
        TimeSpan least = Max(interval * (1 - Spread.Share), Max(Min(policy.MinInterval, interval), asked));
        TimeSpan longest = asked < interval ? LongestOf(policy) : Min(LongestOf(policy), Day);
        TimeSpan most = Max(least, Min(interval * (1 + Spread.Share), longest));
        double seconds = (most - least).TotalSeconds * Spread.Of(
            visit.Target, visit.LastVisitedAt!.Value.ToUnixTimeMilliseconds(), seed);
        return least + TimeSpan.FromSeconds(Math.Floor(seconds));
    }

    private static TimeSpan? NextInterval(
        IRevisitPolicy policy,
        RevisitFacts facts) => policy.NextInterval(facts) switch
        {
            { } interval when interval <= TimeSpan.Zero => throw new InvalidOperationException(
                $"The policy {policy.GetType().Name} returned the interval {interval:c}; it must be positive."),
            { } interval => Min(interval, LongestOf(policy)),
            null => null,
        };

    private static TimeSpan LongestOf(IRevisitPolicy policy) => Min(policy.MaxInterval, LongestInterval);

    private static TimeSpan BackoffOf(Visit visit, TimeSpan regular, TrackerOptions options)
    {
        TimeSpan first = visit.LastStatus == FetchStatus.OnHold ? Backoff.FirstAfterHold : Backoff.First;
        return Backoff.After(visit.Failures, first, Max(regular, Day), visit.Target, options.JitterSeed);
    }

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
