using NewsDiff.Tracking;
using NewsDiff.Tracking.Visits;

namespace NewsDiff.Evaluation.Schedule;

/// <summary>Visits one article for a year when the tracker's own schedule says so.</summary>
internal static class SimulatedYear
{
    private static readonly DateTimeOffset Published = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = Published.AddDays(365);

    /// <summary>Feeds are read this often, so an article is found up to that long after its publication.</summary>
    private static readonly TimeSpan FeedInterval = TimeSpan.FromMinutes(15);

    public static void Run(EditedArticle article, int copy, TrackerOptions options, SitePace pace, ScheduleScore score)
    {
        string name = $"{article.Name} {copy}";
        DateTimeOffset found = UtcInstant.ToMillisecond(Published + (FeedInterval * Spread.Of(name, 0, seed: 1)));
        var visit = new Visit
        {
            Kind = VisitKind.Article,
            Target = name,
            Url = new Uri($"https://{article.Site}/story"),
            DueAt = found,
            LastChangedAt = found,
        };
        HashSet<int> states = [];
        int seen = 0;
        int? shown = null;
        while (visit.DueAt is { } now && now <= End)
        {
            for (; seen < article.Edits.Count && Published + article.Edits[seen].At <= now; seen++)
            {
                score.AddDelay(now - (Published + article.Edits[seen].At));
            }

            int state = seen == 0 ? 0 : article.Edits[seen - 1].State;
            bool isNew = states.Add(state);

            // As the tracker does, a return to an earlier text is a version, but keeps the pace.
            Visit visited = visit with
            {
                LastVisitedAt = now,
                LastChangedAt = shown != state && isNew ? now : visit.LastChangedAt,
                LastStatus = FetchStatus.Fetched,
            };
            visit = VisitSchedule.Plan(visited, confirmIn: null, leastWait: null, options, pace);
            shown = state;
            score.AddVisit();
        }

        score.AddArticle(article.Edits, states);
    }
}
