namespace NewsDiff.Fetching.Sites;

/// <summary>Counts the requests of a day, where no store does.</summary>
internal sealed class RequestCounts(TimeProvider timeProvider)
{
    private readonly Dictionary<string, int> _bySite = new(StringComparer.Ordinal);
    private DateTime _day;
    private int _all;

    /// <summary>Counts a request.</summary>
    public void Add(string site)
    {
        lock (_bySite)
        {
            Begin();
            _bySite[site] = _bySite.GetValueOrDefault(site) + 1;
            _all++;
        }
    }

    /// <summary>The rest of the day, if the budget is spent; null if the site may be asked.</summary>
    public TimeSpan? SpentFor(string site, SiteBudget budget)
    {
        lock (_bySite)
        {
            DateTime now = Begin();
            return _bySite.GetValueOrDefault(site) >= budget.OneSite || _all >= budget.AllSites
                ? _day.AddDays(1) - now
                : null;
        }
    }

    /// <summary>Begins a new day if there is one; the caller holds the lock.</summary>
    private DateTime Begin()
    {
        DateTime now = timeProvider.GetUtcNow().UtcDateTime;
        if (now.Date != _day)
        {
            (_day, _all) = (now.Date, 0);
            _bySite.Clear();
        }

        return now;
    }
}
