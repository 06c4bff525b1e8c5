using System.Globalization;
using NewsDiff.Tracking;

namespace NewsDiff.Evaluation.Simulation;

/// <summary>How late visits began, and whether two were made at once.</summary>
/// <param name="from">Visits that began earlier are not measured.</param>
internal sealed class CrowdScore(DateTimeOffset from)
{
    /// <summary>How much longer than planned the time between two visits may be.</summary>
    private const double Promise = 1.1;

    private readonly List<TimeSpan> _lags = [];
    private readonly List<double> _stretches = [];
    private readonly Dictionary<string, int> _targets = [];
    private readonly Dictionary<string, DateTimeOffset> _busyUntil = [];
    private int _twice;
    private int _impolite;
    private int _lost;
    private int _refused;

    public int GivenBack { get; set; }

    public bool IsWithinPromise => At(_stretches, 0.99) <= Promise && _twice == 0 && _impolite == 0;

    /// <summary>A request began.</summary>
    public void Began(Visit visit, DateTimeOffset start, DateTimeOffset end)
    {
        _twice += _targets.TryGetValue(visit.Target, out int making) && making > 0 ? 1 : 0;
        _targets[visit.Target] = making + 1;
        string site = visit.Url.Authority;
        _impolite += _busyUntil.TryGetValue(site, out DateTimeOffset until) && start < until + CrowdSites.Gap ? 1 : 0;
        _busyUntil[site] = end;
        if (start >= from)
        {
            TimeSpan lag = start - visit.DueAt!.Value;
            TimeSpan planned = visit.DueAt.Value - visit.LastVisitedAt!.Value;
            _lags.Add(lag);
            _stretches.Add((planned + lag) / planned);
        }
    }

    /// <summary>A visit was written, or refused because another worker had taken over.</summary>
    public void Ended(Visit visit, bool isSaved)
    {
        _targets[visit.Target]--;
        _refused += isSaved ? 0 : 1;
    }

    /// <summary>A visit ended with its worker.</summary>
    public void Lost(Visit visit)
    {
        _targets[visit.Target]--;
        _lost++;
    }

    public string Report(List<Visit> left, DateTimeOffset end)
    {
        _lags.Sort();
        _stretches.Sort();
        int overdue = left.Count(visit => visit.DueAt is null || visit.DueAt < end.AddHours(-1));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{_lags.Count} reads measured. Lag: median {At(_lags, 0.5).TotalSeconds:F0} s, "
            + $"p99 {At(_lags, 0.99).TotalSeconds:F0} s, longest {_lags[^1].TotalMinutes:F1} min. "
            + $"Time between two reads, divided by the planned one: p99 {At(_stretches, 0.99):F3}, "
            + $"greatest {_stretches[^1]:F2}.\n"
            + $"{_lost} reads ended with their worker, {GivenBack} given back, {_twice} made twice at once, "
            + $"{_impolite} too soon at their site, {_refused} refused by the fence, "
            + $"{overdue} overdue by an hour at the end.");
    }

    private static T At<T>(List<T> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];
}
