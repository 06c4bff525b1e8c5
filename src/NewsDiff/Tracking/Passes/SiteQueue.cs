namespace NewsDiff.Tracking.Passes;

/// <summary>The held visits to one site: feeds first, then feeds and articles in turn.</summary>
internal sealed class SiteQueue
{
    private readonly Queue<HeldVisit> _feeds = [];
    private readonly Queue<HeldVisit> _articles = [];
    private bool _wasFeed;

    /// <summary>Whether no visit waits.</summary>
    public bool IsEmpty => _feeds.Count == 0 && _articles.Count == 0;

    /// <summary>Whether a feed waits.</summary>
    public bool HasFeeds => _feeds.Count > 0;

    /// <summary>Whether a visit was due when the pass began, so that others may be too.</summary>
    public bool IsBehind { get; set; }

    /// <summary>Adds a visit after those of its kind.</summary>
    public void Add(HeldVisit visit) => (visit.Visit.Kind == VisitKind.Feed ? _feeds : _articles).Enqueue(visit);

    /// <summary>Takes the next visit; there must be one.</summary>
    public HeldVisit Take()
    {
        _wasFeed = HasFeeds && !(_wasFeed && _articles.Count > 0);
        return (_wasFeed ? _feeds : _articles).Dequeue();
    }
}
