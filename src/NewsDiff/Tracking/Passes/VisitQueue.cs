using System.Diagnostics.CodeAnalysis;

namespace NewsDiff.Tracking.Passes;

/// <summary>The held visits of a pass by site.</summary>
/// <remarks>Sites take turns, with one visit to a site at a time. Use it on one thread at a time.</remarks>
internal sealed class VisitQueue
{
    private readonly Dictionary<string, HostQueue> _hosts = [];
    private readonly Queue<string> _ready = [];

    /// <summary>How many sites wait for a turn.</summary>
    public int Ready => _ready.Count;

    /// <summary>The sites with a visit that is held or in progress.</summary>
    public IEnumerable<string> Hosts => _hosts.Keys;

    /// <summary>The sites with a held visit to a feed.</summary>
    public IEnumerable<string> HostsWithFeeds => _hosts.Where(host => host.Value.HasFeeds).Select(host => host.Key);

    /// <summary>Adds a visit.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="isBehind">Whether it was due when the pass began.</param>
    public void Add(HeldVisit visit, bool isBehind)
    {
        string name = visit.Visit.Url.Authority;
        if (!_hosts.TryGetValue(name, out HostQueue? host))
        {
            _hosts.Add(name, host = new HostQueue());
            _ready.Enqueue(name);
        }

        host.Add(visit);
        host.IsBehind |= isBehind;
    }

    /// <summary>Starts the turn of the next site.</summary>
    /// <param name="host">The site; its turn ends with <see cref="EndTurn"/>.</param>
    /// <param name="visit">The visit to make.</param>
    /// <returns>False when no site waits.</returns>
    public bool TryBeginTurn([NotNullWhen(true)] out string? host, out HeldVisit visit)
    {
        bool isFound = _ready.TryDequeue(out host);
        visit = isFound ? _hosts[host!].Take() : default;
        return isFound;
    }

    /// <summary>Ends a site's turn: it waits for the next one or is done.</summary>
    /// <returns>Whether it is done, and some of its visits were due when the pass began.</returns>
    public bool EndTurn(string host)
    {
        HostQueue queue = _hosts[host];
        if (!queue.IsEmpty)
        {
            _ready.Enqueue(host);
            return false;
        }

        _hosts.Remove(host);
        return queue.IsBehind;
    }

    /// <summary>Removes all waiting visits.</summary>
    public List<HeldVisit> TakeAll()
    {
        List<HeldVisit> left = [];
        foreach (HostQueue host in _hosts.Values)
        {
            while (!host.IsEmpty)
            {
                left.Add(host.Take());
            }
        }

        return left;
    }
}
