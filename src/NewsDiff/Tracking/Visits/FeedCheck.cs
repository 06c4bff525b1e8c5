using NewsDiff.Diagnostics;
using NewsDiff.Feeds;

namespace NewsDiff.Tracking.Visits;

/// <summary>Reads one feed and registers the articles it announces, each new one due at once.</summary>
/// <remarks>
/// The feed's own state is saved last, so that an interrupted read is repeated in full, and never answered by "not
/// modified".
/// </remarks>
internal sealed class FeedCheck(TrackingContext context)
{
    private readonly FetcherCall _call = new(context);

    /// <summary>Reads the feed of a visit.</summary>
    /// <param name="visit">Its state.</param>
    /// <param name="subscription">Its subscription; null when it is read only once.</param>
    /// <param name="isAsked">Whether a person asked for it: the server must then answer in full.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<CheckOutcome> CheckAsync(
        Visit visit,
        Subscription? subscription,
        bool isAsked,
        CancellationToken cancellationToken)
    {
        bool isWholeWanted = isAsked || FullAnswers.AreDue(VisitMemoryJson.Of(visit), context.Now());
        var request = new FeedRequest { Url = visit.Url, Validators = isWholeWanted ? null : visit.Validators };
        FeedResult result = await FetchAsync(request, cancellationToken).ConfigureAwait(false);
        return result.Status == FetchStatus.OverBudget
            ? await PostponedVisit.LeaveAsync(context, visit, result.RetryAfter, result.Reason).ConfigureAwait(false)
            : await KeepAsync(visit, subscription, isAsked, result, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Registers the entries of an answer, and plans the next read.</summary>
    private async Task<CheckOutcome> KeepAsync(
        Visit visit, Subscription? subscription, bool isAsked, FeedResult result, CancellationToken cancellationToken)
    {
        DateTimeOffset now = context.TimeOf(result.CapturedAt);

        VisitMemory memory = VisitMemoryJson.Of(visit).AsOf(now);
        (string? reason, bool hasNews, bool isWhole) = (result.Reason, false, true);
        if (HasContent(result))
        {
            var read = new FeedContent(context, FetchAsync, new Uri(visit.Target), subscription, now)
            {
                RegistersAll = isAsked,
                Sessions = memory.Sessions,
            };
            hasNews = await read.RegisterAsync(result, Announcements.Read(memory.Announced), cancellationToken)
                .ConfigureAwait(false);
            memory = memory with { Announced = read.Announced.Write(), Sessions = read.Sessions };
            (reason, isWhole) = (read.Summary, read.IsWhole);
        }

        Visit next = Plan(visit, memory, result, now, hasNews, isFollowed: subscription is not null);

        // Entries that could not be read or registered are read again when the feed is requested in full.
        next = isWhole ? next : next with { Validators = null };
        await SaveAsync(next).ConfigureAwait(false);
        return new CheckOutcome
        {
            Kind = HasAnswered(result) ? CheckKind.FeedRead : CheckKind.Failed,
            Url = visit.Url,
            Status = result.Status,
            CheckedAt = now,
            NextCheckAt = next.DueAt,
            Reason = reason,
        };
    }

    private async Task SaveAsync(Visit next)
    {
        if (!await context.Visits.SaveVisitAsync(next, CancellationToken.None).ConfigureAwait(false))
        {
            context.Log.ClaimLost(next.Url);
        }
    }

    private static bool HasContent(FeedResult result) => result is { Feed: not null } or { Sitemap: not null };

    private static bool HasAnswered(FeedResult result) =>
        result.Status is FetchStatus.Fetched or FetchStatus.NotModified;

    private async Task<FeedResult> FetchAsync(FeedRequest request, CancellationToken cancellationToken) =>
        FetchedValues.Checked(
            await _call.AwaitAsync(
                request.Url,
                stop => context.FeedFetcher.FetchAsync(request, stop),
                cancellationToken).ConfigureAwait(false));

    private Visit Plan(
        Visit visit, VisitMemory before, FeedResult result, DateTimeOffset now, bool hasNews, bool isFollowed)
    {
        (Uri url, VisitMemory memory, bool isOver) = FeedPlaceOf(visit, before, result, now);
        Visit visited = visit with
        {
            State = isOver ? VisitState.Vanished : VisitState.Active,
            LastVisitedAt = now,
            LastChangedAt = hasNews ? now : visit.LastChangedAt ?? now,
            LastStatus = result.Status,
            LastReason = result.Reason,
            Failures = HasAnswered(result) ? 0 : visit.Failures + 1,
            Validators = result.Status == FetchStatus.Fetched
                ? result.Validators
                : result.Validators ?? visit.Validators,
            Url = url,
        };
        visited = visited.With(FullAnswers.After(memory, result, visit.Validators, hasNews, now));
        Visit planned = VisitSchedule.Plan(
            visited, confirmIn: null, FeedPace.LeastWait(visit, result), context.Options);
        return isFollowed
            ? planned with { DueAt = FeedPace.PastSkippedHours(planned.DueAt, result.Feed) }
            : planned with { DueAt = null };
    }

    /// <summary>Where the feed is from now on, and whether it has ended: both need sights on two days.</summary>
    private static (Uri Url, VisitMemory Memory, bool IsOver) FeedPlaceOf(
        Visit visit, VisitMemory memory, FeedResult result, DateTimeOffset now)
    {
        if (result.Status == FetchStatus.Gone)
        {
            DateTimeOffset first = OtherDay.Since(memory.GoneAt, now);
            return (visit.Url, memory with { GoneAt = first }, OtherDay.Is(first, now));
        }

        if (!HasAnswered(result))
        {
            return (visit.Url, memory, false);
        }

        (Uri url, PendingMove? pending) = PendingMove.Settle(visit.Url, result.MovedTo, memory.Move, now);
        return (url, memory with { Move = pending, GoneAt = null }, false);
    }
}
