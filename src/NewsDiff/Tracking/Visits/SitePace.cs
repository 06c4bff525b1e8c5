namespace NewsDiff.Tracking.Visits;

/// <summary>How often the articles of each site change, by their age, compared with all sites.</summary>
/// <remarks>
/// It is learned from the visits of this tracker, and learned again after a restart. A site counts as average until its
/// articles have shown otherwise. Instances are safe for concurrent use.
/// </remarks>
internal sealed class SitePace
{
    /// <summary>The maximum number of sites; the one learned first is forgotten first.</summary>
    private const int MostSites = 20_000;

    /// <summary>How many changes of an average site each site starts with.</summary>
    private const double Prior = 10;

    /// <summary>The upper bounds of the ages that are counted apart.</summary>
    private static readonly TimeSpan[] Ages =
        [TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromDays(1), TimeSpan.FromDays(7), TimeSpan.MaxValue];

    private readonly Lock _gate = new();
    private readonly Count[] _all = new Count[Ages.Length];
    private readonly Dictionary<string, Count[]> _sites = new(StringComparer.OrdinalIgnoreCase);
    private readonly Queue<string> _names = [];

    /// <summary>Notes what a visit found, and tells how often such articles of the site change.</summary>
    /// <param name="site">The site.</param>
    /// <param name="age">The article's age.</param>
    /// <param name="since">The time since the visit before.</param>
    /// <param name="hasChanged">Whether the article changed meanwhile.</param>
    /// <returns>The rate of changes, divided by that of all sites; 1 for an average or unknown one.</returns>
    public double Learn(string site, TimeSpan age, TimeSpan since, bool hasChanged)
    {
        lock (_gate)
        {
            Count[] counts = CountsOf(site);
            int then = IndexOf(age - since);
            var seen = new Count(since.TotalHours, hasChanged ? 1 : 0);
            counts[then] += seen;
            _all[then] += seen;

            int now = IndexOf(age);
            double usual = _all[now].Hours > 0 ? _all[now].Changes / _all[now].Hours : 0;
            return usual > 0 ? (counts[now].Changes + Prior) / ((counts[now].Hours * usual) + Prior) : 1;
        }
    }

    private static int IndexOf(TimeSpan age) => Array.FindIndex(Ages, most => age < most);

    private Count[] CountsOf(string site)
    {
        if (!_sites.TryGetValue(site, out Count[]? counts))
        {
            _names.Enqueue(site);
            _sites[site] = counts = new Count[Ages.Length];
            while (_sites.Count > MostSites && _names.TryDequeue(out string? first))
            {
                _sites.Remove(first);
            }
        }

        return counts;
    }

    /// <summary>How long articles were watched, and how often they changed.</summary>
    private readonly record struct Count(double Hours, long Changes)
    {
        public static Count operator +(Count left, Count right) =>
            new(left.Hours + right.Hours, left.Changes + right.Changes);
    }
}
