using NewsDiff.Tracking.Visits;

namespace NewsDiff.Tracking.Articles;

/// <summary>Judges what a visit to an article found.</summary>
/// <remarks>
/// It is pure, and the only place that decides the state of an article; <see cref="TextJudge"/> decides about its text.
/// </remarks>
internal static class ArticleJudge
{
    private const int SightsMissedBefore = 2;

    /// <summary>Compares the fetched page with the current version.</summary>
    public static Finding Judge(Sight sight)
    {
        (Visit before, FetchResult fetched, DateTimeOffset now) = (sight.Before, sight.Fetched, sight.Now);
        Visit visited = before with { LastVisitedAt = now, LastStatus = fetched.Status, LastReason = fetched.Reason };
        Finding finding = fetched switch
        {
            { Status: FetchStatus.Fetched, Article: not null } =>
                TextJudge.Judge(sight, Answered(sight, visited, fetched.Validators)),
            { Status: FetchStatus.NotModified } when sight.Latest is not null =>
                SaysTheSame(sight, Answered(sight, visited, fetched.Validators ?? before.Validators)),
            { Status: FetchStatus.NotFound } when sight.Latest is not null => JudgeMissing(sight, visited),
            { Status: FetchStatus.Gone } when sight.Latest is not null => JudgeGone(sight, visited),
            _ => Failure(sight, visited),
        };
        VisitMemory memory = FullAnswers.After(
            finding.Memory, fetched, before.Validators, finding.Kind == CheckKind.Changed, now);
        return finding with { Memory = memory, Visit = finding.Visit.With(memory) };
    }

    /// <summary>The finding that the text is the same; an article that had vanished has returned.</summary>
    public static Finding SaysTheSame(Sight sight, Finding answered) => answered with
    {
        Kind = sight.Before.State == VisitState.Vanished ? CheckKind.Returned : CheckKind.Unchanged,
    };

    /// <summary>The state after an answer with the article, including the address of later visits.</summary>
    private static Finding Answered(Sight sight, Visit visited, FetchValidators? validators)
    {
        (Uri url, PendingMove? pending) = PendingMove.Settle(
            sight.Before.Url, sight.Fetched.MovedTo, sight.Memory.Move, sight.Now);
        Visit answered = visited with
        {
            State = VisitState.Active,
            Failures = 0,
            Url = url,
            Validators = validators,
        };
        return new Finding(CheckKind.Unchanged, answered)
        {
            Memory = sight.Memory with { Move = pending, GoneAt = null },
        };
    }

    /// <summary>After a 404, an article vanishes at the third miss, at least a day after the second.</summary>
    /// <remarks><see cref="Visit.Failures"/> counts them.</remarks>
    private static Finding JudgeMissing(Sight sight, Visit visited)
    {
        Visit before = sight.Before;
        if (before.State == VisitState.Vanished)
        {
            return StillAway(sight, visited);
        }

        int missed = before.LastStatus == FetchStatus.NotFound ? before.Failures : 0;
        return missed >= SightsMissedBefore && sight.Now - before.LastVisitedAt >= OtherDay.Least
            ? Vanishes(sight, visited)
            : Doubtful(
                sight,
                visited with { Failures = Math.Min(missed + 1, SightsMissedBefore) },
                "The page was not found; it counts as vanished when two more visits, a day apart, do not find it.",
                missed == 0 ? VisitSchedule.ConfirmAfter : OtherDay.Whole);
    }

    /// <summary>
    /// After a 410, an article vanishes when a visit on another day confirms it: sites make mistakes.
    /// </summary>
    private static Finding JudgeGone(Sight sight, Visit visited)
    {
        DateTimeOffset first = OtherDay.Since(sight.Memory.GoneAt, sight.Now);
        Sight noted = sight with { Memory = sight.Memory with { GoneAt = first } };
        const string Reason =
            "The publisher says that the page is gone for good; it counts when a visit on another day finds the same.";
        return OtherDay.Is(first, sight.Now)
            ? sight.Before.State == VisitState.Vanished ? StillAway(noted, visited) : Vanishes(noted, visited)
            : Doubtful(noted, visited with { State = sight.Before.State, Failures = 1 }, Reason, OtherDay.Whole);
    }

    private static Finding Vanishes(Sight sight, Visit visited) =>
        new(CheckKind.Vanished, visited with { State = VisitState.Vanished, Failures = 0 })
        {
            Reason = visited.LastReason,
            Memory = sight.Memory,
        };

    private static Finding StillAway(Sight sight, Visit visited) =>
        new(CheckKind.Unchanged, visited with { Failures = 0 })
        {
            Reason = "It is still not there.",
            Memory = sight.Memory,
        };

    private static Finding Doubtful(Sight sight, Visit visited, string reason, TimeSpan confirmIn) =>
        new(CheckKind.Failed, visited) { Reason = reason, ConfirmIn = confirmIn, Memory = sight.Memory };

    private static Finding Failure(Sight sight, Visit visited) =>
        new(CheckKind.Failed, visited with { Failures = visited.Failures + 1 })
        {
            Reason = visited.LastReason,
            Memory = sight.Memory,
        };
}
