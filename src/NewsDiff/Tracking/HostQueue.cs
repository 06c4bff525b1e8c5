namespace NewsDiff.Tracking;

/// <summary>The visits in hand to one host: feeds before articles, and where both wait, one of each by turns.</summary>
internal sealed class HostQueue
{
    private readonly Queue<HeldVisit> _feeds = [];
    private readonly Queue<HeldVisit> _articles = [];
    private bool _wasFeed;

    /// <summary>Whether no visit waits.</summary>
    public bool IsEmpty => _feeds.Count == 0 && _articles.Count == 0;

    /// <summary>Whether a feed waits.</summary>
    public bool HasFeeds => _feeds.Count > 0;

    /// <summary>Whether some visit that was in hand was due when the pass began, so that more of the kind may be.</summary>
    public bool IsBehind { get; set; }

    /// <summary>Adds a visit behind those of its kind.</summary>
    public void Add(HeldVisit visit) => (visit.Visit.Kind == VisitKind.Feed ? _feeds : _articles).Enqueue(visit);

    /// <summary>Takes the next visit; there must be one.</summary>
    public HeldVisit Take()
    {
        _wasFeed = HasFeeds && !(_wasFeed && _articles.Count > 0);
        return (_wasFeed ? _feeds : _articles).Dequeue();
    }
}
