namespace NewsDiff.Tracking;

/// <summary>Decides when a page or feed is visited next; the one place that sets <see cref="Visit.DueAt"/> after a visit.</summary>
internal static class VisitSchedule
{
    /// <summary>How soon a doubtful sight (a first 404, a text that lost most of itself) is looked at again.</summary>
    public static readonly TimeSpan ConfirmAfter = TimeSpan.FromHours(1);

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(7);

    /// <summary>Plans the visit after one that was just made.</summary>
    /// <param name="visit">Its state, with the time of the visit that was just made.</param>
    /// <param name="needsConfirmation">Whether what was seen must be seen again before it counts.</param>
    /// <param name="leastWait">How long the server asks to wait, or null; heeded up to 7 days.</param>
    /// <param name="options">The policies and the seed of the spread.</param>
    public static Visit Plan(Visit visit, bool needsConfirmation, TimeSpan? leastWait, TrackerOptions options)
    {
        DateTimeOffset now = visit.LastVisitedAt ?? throw new ArgumentException("It was not visited.", nameof(visit));
        IRevisitPolicy policy = visit.Kind == VisitKind.Feed ? options.FeedPolicy : options.ArticlePolicy;
        TimeSpan sinceChange = now - (visit.LastChangedAt ?? now);
        TimeSpan? planned = policy.NextInterval(new RevisitFacts(sinceChange, visit.Interval));

        // What is gone for good is asked for no more.
        if (visit is { State: VisitState.Vanished, LastStatus: FetchStatus.Gone })
        {
            return visit with { DueAt = null };
        }

        // What must be seen again is looked at again, even when this visit was to be the last.
        if ((needsConfirmation ? planned ?? ConfirmAfter : planned) is not { } regular)
        {
            return visit with { DueAt = null, State = VisitState.Retired };
        }

        TimeSpan interval = visit switch
        {
            { LastStatus: FetchStatus.NotFound, Failures: > 1 } when needsConfirmation => Day,
            _ when needsConfirmation => Min(regular, ConfirmAfter),
            { Failures: > 0 } => BackoffOf(visit, regular, options),
            { State: VisitState.Vanished } => Max(regular, Day),
            _ => regular,
        };
        interval = Max(interval, Min(leastWait ?? TimeSpan.Zero, LongestWait));
        return visit with { DueAt = now + interval, Interval = interval };
    }

    private static TimeSpan BackoffOf(Visit visit, TimeSpan regular, TrackerOptions options)
    {
        TimeSpan first = visit.LastStatus == FetchStatus.Throttled ? Backoff.FirstAfterThrottling : Backoff.First;
        return Backoff.After(visit.Failures, first, Max(regular, Day), visit.Target, options.JitterSeed);
    }

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
