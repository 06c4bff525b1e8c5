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

    /// <param name="article">The article.</param>
    /// <param name="copy">Its number among those that stand for one real article.</param>
    /// <param name="late">How long after its publication its feed is added.</param>
    /// <param name="options">The policy.</param>
    /// <param name="pace">What is learned of sites.</param>
    /// <param name="score">What is counted.</param>
    public static void Run(
        EditedArticle article, int copy, TimeSpan late, TrackerOptions options, SitePace pace, ScheduleScore score)
    {
        string name = $"{article.Name} {copy}";
        DateTimeOffset found = UtcInstant.ToMillisecond(
            Published + late + (FeedInterval * Spread.Of(name, 0, seed: 1)));
        var visit = new Visit
        {
            Kind = VisitKind.Article,
            Target = name,
            Url = new Uri($"https://{article.Site}/story"),
            DueAt = found,
            LastChangedAt = found,
        }.With(new VisitMemory { StatedAge = StatedAge.Of(found, ArticleDate.FromDateTimeOffset(Published)) });
        HashSet<int> states = [];
        int seen = article.Edits.Count(edit => Published + edit.At <= Published + late);
        List<ScheduledEdit> coming = article.Edits[seen..];
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

        score.AddArticle(coming, states);
    }
}
