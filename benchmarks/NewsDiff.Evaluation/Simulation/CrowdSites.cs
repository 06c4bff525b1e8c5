using NewsDiff.Tracking;

namespace NewsDiff.Evaluation.Simulation;

/// <summary>The sites of many feeds: how fast they answer, and how often their feeds have news.</summary>
internal sealed class CrowdSites(Random random, int count)
{
    private const double SlowShare = 0.02;

    private readonly bool[] _isSlow = [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() < SlowShare)];
    private readonly Dictionary<string, (int Site, double NewsADay)> _feeds = [];
    private readonly Dictionary<string, DateTimeOffset> _lastRequest = [];

    public static TimeSpan Gap { get; } = new Fetching.HttpFetchOptions().MinGap;

    /// <summary>Makes the first visit to a feed; all are due within the longest interval.</summary>
    public Visit Plan(int feed, int site, DateTimeOffset begin)
    {
        var url = new Uri($"https://site{site}.example/feed{feed}");
        _feeds[url.AbsoluteUri] = (site, Math.Pow(10, (random.NextDouble() * 2.5) - 0.5));
        return new Visit
        {
            Kind = VisitKind.Feed,
            Target = url.AbsoluteUri,
            Url = url,
            DueAt = UtcInstant.ToMillisecond(begin + (TimeSpan.FromHours(1) * random.NextDouble())),
            LastVisitedAt = begin - TimeSpan.FromHours(1),
            LastChangedAt = begin - TimeSpan.FromHours(1),
            Interval = TimeSpan.FromHours(1),
        };
    }

    /// <summary>When a request that is made now ends, after the gap.</summary>
    public (DateTimeOffset Start, DateTimeOffset End) Ask(Visit visit, DateTimeOffset now)
    {
        string site = visit.Url.Authority;
        DateTimeOffset start = _lastRequest.TryGetValue(site, out DateTimeOffset last) && last + Gap > now
            ? last + Gap
            : now;
        double seconds = _isSlow[_feeds[visit.Target].Site]
            ? 20 + (40 * random.NextDouble())
            : 0.1 + (0.9 * random.NextDouble());
        DateTimeOffset end = UtcInstant.ToMillisecond(start.AddSeconds(seconds));
        _lastRequest[site] = end;
        return (start, end);
    }

    /// <summary>Whether the feed has news since it was read last.</summary>
    public bool HasNews(Visit visit, DateTimeOffset now)
    {
        double days = (now - visit.LastVisitedAt!.Value).TotalDays;
        return random.NextDouble() < 1 - Math.Exp(-days * _feeds[visit.Target].NewsADay);
    }
}
