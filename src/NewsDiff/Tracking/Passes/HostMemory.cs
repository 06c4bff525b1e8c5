using NewsDiff.Tracking.Visits;

namespace NewsDiff.Tracking.Passes;

/// <summary>Restores from the visits when each site was last asked, and any hold.</summary>
internal sealed class HostMemory(TrackerOptions options, DateTimeOffset now)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan ShortHold = TimeSpan.FromMinutes(15);

    private readonly Dictionary<string, Visit> _latest = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Notes a visit.</summary>
    /// <remarks>
    /// Only the latest to a site counts, because it shows how the site answers now. A time in the future comes from a
    /// wrong clock and is ignored.
    /// </remarks>
    public void Add(Visit visit)
    {
        if (visit.LastVisitedAt is { } at && at <= now && visit.Fault is null
            && !(_latest.TryGetValue(visit.Url.Authority, out Visit? known) && known.LastVisitedAt >= at))
        {
            _latest[visit.Url.Authority] = visit;
        }
    }

    /// <summary>Reports for each site an address, its last request, and the end of a hold.</summary>
    public void TellTo(Action<Uri, DateTimeOffset, DateTimeOffset?> remember)
    {
        foreach (Visit visit in _latest.Values)
        {
            remember(
                visit.Url,
                visit.LastVisitedAt!.Value,
                visit.LastStatus == FetchStatus.Throttled ? HeldUntil(visit) : null);
        }
    }

    /// <summary>The end of the hold that a site asked for.</summary>
    /// <remarks>It is a hold if the wait is longer than the page's own failures explain.</remarks>
    private DateTimeOffset? HeldUntil(Visit visit)
    {
        TimeSpan own = Backoff.After(
            visit.Failures, Backoff.FirstAfterThrottling, Day, visit.Target, options.JitterSeed);
        return visit.Interval > own ? visit.DueAt : visit.LastVisitedAt + ShortHold;
    }
}
