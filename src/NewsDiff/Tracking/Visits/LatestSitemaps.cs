using NewsDiff.Feeds;

namespace NewsDiff.Tracking.Visits;

/// <summary>Keeps the latest sitemaps of an index by date, up to a fixed number.</summary>
internal sealed class LatestSitemaps(int most)
{
    // If two have the same date, or none, the earlier in the index comes first.
    private readonly PriorityQueue<SitemapEntry, (DateTimeOffset Date, int Place)> _latest = new();
    private int _count;

    /// <summary>Adds a sitemap.</summary>
    /// <param name="entry">The sitemap.</param>
    /// <param name="date">Its date, or null.</param>
    public void Add(SitemapEntry entry, DateTimeOffset? date)
    {
        (DateTimeOffset Date, int Place) priority = (date ?? DateTimeOffset.MinValue, -_count++);
        if (_latest.Count < most)
        {
            _latest.Enqueue(entry, priority);
        }
        else
        {
            _latest.EnqueueDequeue(entry, priority);
        }
    }

    /// <summary>Removes and returns the sitemaps, latest first.</summary>
    public IReadOnlyList<SitemapEntry> LatestFirst()
    {
        var entries = new List<SitemapEntry>(_latest.Count);
        while (_latest.TryDequeue(out SitemapEntry? entry, out _))
        {
            entries.Insert(0, entry);
        }

        return entries;
    }
}
