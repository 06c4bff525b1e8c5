using NewsDiff.Tracking.Visits;

namespace NewsDiff.Tracking.Passes;

/// <summary>
/// What the visits show about the sites after a restart: when each was last asked, and which are on hold.
/// </summary>
internal sealed class SiteMemory(TrackerOptions options, DateTimeOffset now)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan ShortHold = TimeSpan.FromMinutes(15);

    private readonly Dictionary<string, Visit> _latest = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Takes note of a visit; only the latest to a site counts, because it shows how the site answers now.
    /// </summary>
    /// <remarks>A time in the future comes from a wrong clock and is ignored.</remarks>
    public void Add(Visit visit)
    {
        if (visit.LastVisitedAt is { } at && at <= now && visit.Fault is null
            && !(_latest.TryGetValue(visit.Url.Authority, out Visit? known) && known.LastVisitedAt >= at))
        {
            _latest[visit.Url.Authority] = visit;
        }
    }

    /// <summary>Reports each site: an address, when it was last asked, and the end of its hold.</summary>
    public void TellTo(Action<Uri, DateTimeOffset, DateTimeOffset?> remember)
    {
        foreach (Visit visit in _latest.Values)
        {
            remember(
                visit.Url,
                visit.LastVisitedAt!.Value,
                visit.LastStatus == FetchStatus.OnHold ? HeldUntil(visit) : null);
        }
    }

    /// <summary>If a wait is longer than the page's own failures explain, the site asked for it.</summary>
    private DateTimeOffset? HeldUntil(Visit visit)
    {
        TimeSpan own = Backoff.After(
            visit.Failures, Backoff.FirstAfterHold, Day, visit.Target, options.JitterSeed);
        return visit.Interval > own ? visit.DueAt : visit.LastVisitedAt + ShortHold;
    }
}
