using System.Diagnostics.CodeAnalysis;

namespace NewsDiff.Tracking.Passes;

/// <summary>The held visits of a pass by site.</summary>
/// <remarks>Sites take turns, with one visit to a site at a time. Use it on one thread at a time.</remarks>
internal sealed class VisitQueue
{
    private readonly Dictionary<string, SiteQueue> _sites = [];
    private readonly Queue<string> _ready = [];

    /// <summary>How many sites wait for a turn.</summary>
    public int Ready => _ready.Count;

    /// <summary>The sites with a visit that is held or in progress.</summary>
    public IEnumerable<string> Sites => _sites.Keys;

    /// <summary>The sites with a held visit to a feed.</summary>
    public IEnumerable<string> SitesWithFeeds => _sites.Where(site => site.Value.HasFeeds).Select(site => site.Key);

    /// <summary>Adds a visit.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="isBehind">Whether it was due when the pass began.</param>
    public void Add(HeldVisit visit, bool isBehind)
    {
        string name = visit.Visit.Url.Authority;
        if (!_sites.TryGetValue(name, out SiteQueue? site))
        {
            _sites.Add(name, site = new SiteQueue());
            _ready.Enqueue(name);
        }

        site.Add(visit);
        site.IsBehind |= isBehind;
    }

    /// <summary>Starts the turn of the next site.</summary>
    /// <param name="site">The site; its turn ends with <see cref="EndTurn"/>.</param>
    /// <param name="visit">The visit to make.</param>
    /// <returns>False when no site waits.</returns>
    public bool TryBeginTurn([NotNullWhen(true)] out string? site, out HeldVisit visit)
    {
        bool isFound = _ready.TryDequeue(out site);
        visit = isFound ? _sites[site!].Take() : default;
        return isFound;
    }

    /// <summary>Ends a site's turn: it waits for the next one or is done.</summary>
    /// <returns>Whether it is done, and some of its visits were due when the pass began.</returns>
    public bool EndTurn(string site)
    {
        SiteQueue queue = _sites[site];
        if (!queue.IsEmpty)
        {
            _ready.Enqueue(site);
            return false;
        }

        _sites.Remove(site);
        return queue.IsBehind;
    }

    /// <summary>Removes all waiting visits.</summary>
    public List<HeldVisit> TakeAll()
    {
        List<HeldVisit> left = [];
        _ready.Clear();
        foreach (SiteQueue site in _sites.Values)
        {
            while (!site.IsEmpty)
            {
                left.Add(site.Take());
            }
        }

        return left;
    }
}
