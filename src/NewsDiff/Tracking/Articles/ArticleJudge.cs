using System.Globalization;
using NewsDiff.Tracking.Visits;

namespace NewsDiff.Tracking.Articles;

/// <summary>Judges what a visit to an article found.</summary>
/// <remarks>It is pure, and the only place that decides the life of an article.</remarks>
internal static class ArticleJudge
{
    private const int SightsMissedBefore = 2;

    /// <summary>A day, minus the time by which a daily visit may be early.</summary>
    private static readonly TimeSpan LastWait = TimeSpan.FromHours(23);

    /// <summary>Compares the fetched page with the current version.</summary>
    /// <param name="before">The state before the visit.</param>
    /// <param name="fetched">The result of the request.</param>
    /// <param name="latest">The current version, or null.</param>
    /// <param name="now">The time of the visit.</param>
    public static Finding Judge(Visit before, FetchResult fetched, ArticleVersion? latest, DateTimeOffset now)
    {
        Visit visited = before with { LastVisitedAt = now, LastStatus = fetched.Status, LastReason = fetched.Reason };
        Visit answered = visited with
        {
            State = VisitState.Active,
            Failures = 0,
            Url = fetched.MovedTo ?? before.Url,
        };
        return fetched switch
        {
            { Status: FetchStatus.Fetched, Article: not null } =>
                JudgeText(before, answered with { Validators = fetched.Validators }, fetched, latest),
            { Status: FetchStatus.NotModified } when latest is not null =>
                SaysTheSame(before, answered with { Validators = fetched.Validators ?? before.Validators }),
            { Status: FetchStatus.NotFound or FetchStatus.Gone } when latest is not null =>
                JudgeAbsence(before, visited, now),
            _ => Failure(visited),
        };
    }

    private static Finding JudgeText(Visit before, Visit answered, FetchResult fetched, ArticleVersion? latest)
    {
        Article article = fetched.Article!;
        if (latest is null)
        {
            return NewVersion(CheckKind.FirstSeen, answered);
        }

        // A change must show in the default comparison; the host's options only affect the display.
        if (latest.Article.HasSameContentAs(article))
        {
            return SaysTheSame(before, answered with { HeldHash = null });
        }

        string hash = ContentHash.Compute(article);
        if (fetched.ExtractorVersion > latest.ExtractorVersion)
        {
            return JudgeNewReading(before, answered, fetched.ExtractorVersion, hash);
        }

        return before.HeldHash != hash && Suspicion.Of(latest, fetched) is { } reason
            ? Doubt(
                answered with { State = before.State, HeldHash = hash, Validators = null, LastReason = reason }, reason)
            : NewVersion(CheckKind.Changed, answered);
    }

    /// <summary>Judges a page that a newer extractor reads differently.</summary>
    /// <remarks>
    /// The difference may be the extractor's doing, so its first reading is only remembered, and a later difference
    /// from that is a change. An edit made in between is seen with the next one; only reading stored pages again could
    /// separate the two. The remembered reading names its extractor: readings of other extractors, and doubtful texts,
    /// are not compared.
    /// </remarks>
    private static Finding JudgeNewReading(Visit before, Visit answered, int extractorVersion, string hash)
    {
        string extractor = string.Create(CultureInfo.InvariantCulture, $"extractor {extractorVersion}: ");
        string reading = extractor + hash;
        return before.HeldHash != reading && before.HeldHash?.StartsWith(extractor, StringComparison.Ordinal) == true
            ? NewVersion(CheckKind.Changed, answered)
            : SaysTheSame(before, answered with { HeldHash = reading }) with
            {
                Reason = "A newer extractor reads the page differently, which does not count as a change.",
            };
    }

    /// <summary>A 410 vanishes at once; a 404 vanishes after three misses.</summary>
    /// <remarks>
    /// The last miss is at least a day after the one before; <see cref="Visit.Failures"/> counts them.
    /// </remarks>
    private static Finding JudgeAbsence(Visit before, Visit visited, DateTimeOffset now)
    {
        if (before.State == VisitState.Vanished)
        {
            return new Finding(
                CheckKind.Unchanged, visited with { Failures = 0 })
            { Reason = "It is still not there." };
        }

        int sightsMissed = before.LastStatus == FetchStatus.NotFound ? before.Failures : 0;
        bool isLongAgo = sightsMissed >= SightsMissedBefore && now - before.LastVisitedAt >= LastWait;
        return visited.LastStatus == FetchStatus.Gone || isLongAgo
            ? new Finding(
                CheckKind.Vanished,
                visited with { State = VisitState.Vanished, Failures = 0 })
            { Reason = visited.LastReason }
            : Doubt(
                visited with { Failures = Math.Min(sightsMissed + 1, SightsMissedBefore) },
                "The page was not found; it counts as vanished when two more visits, a day apart, do not find it.");
    }

    /// <summary>Defers a change on a page that may alternate between two texts.</summary>
    /// <param name="finding">The finding that it changed back to an earlier text.</param>
    /// <param name="hash">The hash of the text.</param>
    public static Finding DoubtReturn(Finding finding, string hash) => Doubt(
        finding.Visit with { HeldHash = hash, Validators = null },
        "It has the same text as before the last change; it counts as a change when the next visit finds it again.");

    private static Finding NewVersion(CheckKind kind, Visit answered) =>
        new(kind, answered with { LastChangedAt = answered.LastVisitedAt, HeldHash = null });

    private static Finding SaysTheSame(Visit before, Visit answered) =>
        new(before.State == VisitState.Vanished ? CheckKind.Returned : CheckKind.Unchanged, answered);

    private static Finding Doubt(Visit visit, string reason) =>
        new(CheckKind.Failed, visit) { Reason = reason, NeedsConfirmation = true };

    private static Finding Failure(Visit visited) =>
        new(CheckKind.Failed, visited with { Failures = visited.Failures + 1 }) { Reason = visited.LastReason };
}
