using System.Globalization;
using NewsDiff.Events;
using NewsDiff.Tracking;

namespace NewsDiff.Evaluation.Crashes;

/// <summary>What the store has at the end, beside what was acknowledged.</summary>
internal sealed record CrashReport
{
    internal required int Acknowledged { get; init; }

    internal required int Versions { get; init; }

    internal required int Events { get; init; }

    /// <summary>Acknowledged versions that are not there, or have another text.</summary>
    internal required int Lost { get; init; }

    /// <summary>Articles whose numbers do not run from 1 without gaps.</summary>
    internal required int Gaps { get; init; }

    /// <summary>Versions without exactly one event.</summary>
    internal required int Silent { get; init; }

    /// <summary>Acknowledged visits that the store does not know.</summary>
    internal required int LostVisits { get; init; }

    internal required int Visits { get; init; }

    /// <summary>Events that a handler never heard.</summary>
    internal required int Missed { get; init; }

    /// <summary>Events that a handler heard more than once, with the same id.</summary>
    internal required int Twice { get; init; }

    /// <summary>Calls that ended with an exception.</summary>
    internal required int Failed { get; init; }

    internal required IReadOnlyList<string> Faults { get; init; }

    internal bool IsClean => this is { Lost: 0, Gaps: 0, Silent: 0, LostVisits: 0, Missed: 0, Faults.Count: 0 };

    internal static async Task<CrashReport> ReadAsync(ITrackerStore store, string folder, CancellationToken stop)
    {
        ILookup<string, string[]> notes = CrashNotes.ReadAll(folder).ToLookup(note => note[0]);
        List<ArticleVersion> versions = await store.ReadVersionsAsync(new VersionQuery(), stop).ToListAsync(stop);
        List<ArticleEvent> events = await store.ReadEventsAsync(new EventQuery(), stop).ToListAsync(stop);
        HashSet<string> stored = [.. versions.Select(version => string.Create(
            CultureInfo.InvariantCulture, $"{version.ArticleId} {version.Number} {version.ContentHash}"))];
        string[] acknowledged = [.. notes["appended"].Select(note => string.Join(' ', note[1..])).Distinct()];
        Dictionary<(string, int), int> told = events.GroupBy(happened => (happened.ArticleId, happened.Number))
            .ToDictionary(group => group.Key, group => group.Count());
        string[] handled = [.. notes["handled"].Select(note => $"{note[1]} {note[2]}")];
        return new CrashReport
        {
            Acknowledged = acknowledged.Length,
            Versions = versions.Count,
            Events = events.Count,
            Lost = acknowledged.Count(version => !stored.Contains(version)),
            Gaps = versions.GroupBy(version => version.ArticleId).Count(article =>
                !article.Select(version => version.Number).SequenceEqual(Enumerable.Range(1, article.Count()))),
            Silent = versions.Count(version => told.GetValueOrDefault((version.ArticleId, version.Number)) != 1),
            LostVisits = await CountLostVisitsAsync(store, notes["visited"], stop),
            Visits = notes["visited"].Count(),
            Missed = CrashWriter.Handlers.SelectMany(handler => events.Select(happened => $"{handler} {happened.Id}"))
                .Except(handled).Count(),
            Twice = handled.Length - handled.Distinct().Count(),
            Failed = notes["failed"].Count(),
            Faults = await ((IVersionCare)store).VerifyAsync(cancellationToken: stop).ToListAsync(stop),
        };
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Acknowledged} acknowledged versions of {Versions}, {Lost} lost; {Gaps} gaps in numbers; {Silent} versions "
        + $"without exactly one event; {Visits} acknowledged visits, {LostVisits} lost; {Events} events, {Missed} never "
        + $"heard by a handler, {Twice} heard twice; {Failed} calls failed; {Faults.Count} faults found by verifying.\n")
        + string.Concat(Faults.Take(5).Select(fault => fault + "\n"));

    private static async Task<int> CountLostVisitsAsync(
        ITrackerStore store, IEnumerable<string[]> acknowledged, CancellationToken stop)
    {
        int lost = 0;
        foreach (IGrouping<string, long> target in acknowledged.GroupBy(
            note => note[1], note => long.Parse(note[2], CultureInfo.InvariantCulture)))
        {
            Visit? visit = await store.FindVisitAsync(VisitKind.Article, target.Key, stop);
            lost += target.Count(claim => visit is null || visit.Claim < claim);
        }

        return lost;
    }
}
