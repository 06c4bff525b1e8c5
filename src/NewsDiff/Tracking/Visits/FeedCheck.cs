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
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<CheckOutcome> CheckAsync(
        Visit visit,
        Subscription? subscription,
        CancellationToken cancellationToken)
    {
        var request = new FeedRequest { Url = visit.Url, Validators = visit.Validators };
        FeedResult result = await FetchAsync(request, cancellationToken).ConfigureAwait(false);
        DateTimeOffset now = context.TimeOf(result.CapturedAt);

        string? reason = result.Reason;
        int added = 0;
        bool isWhole = true;
        if (HasContent(result))
        {
            var read = new FeedContent(context, FetchAsync, new Uri(visit.Target), subscription, now);
            await read.RegisterAsync(result, cancellationToken).ConfigureAwait(false);
            added = read.Added;
            reason = read.Summary;
            isWhole = read.IsWhole;
        }

        Visit next = Plan(visit, result, now, added > 0, isFollowed: subscription is not null);

        // Entries that could not be read or registered return when the feed is read in full.
        next = isWhole ? next : next with { Validators = null };
        if (!await context.Visits.SaveVisitAsync(next, CancellationToken.None).ConfigureAwait(false))
        {
            context.Log.ClaimLost(next.Url);
        }

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

    private static bool HasContent(FeedResult result) => result is { Feed: not null } or { Sitemap: not null };

    private static bool HasAnswered(FeedResult result) =>
        result.Status is FetchStatus.Fetched or FetchStatus.NotModified;

    private async Task<FeedResult> FetchAsync(FeedRequest request, CancellationToken cancellationToken) =>
        FetchedValues.Checked(
            await _call.AwaitAsync(
                request.Url,
                stop => context.FeedFetcher.FetchAsync(request, stop),
                cancellationToken).ConfigureAwait(false));

    private Visit Plan(Visit visit, FeedResult result, DateTimeOffset now, bool hasNews, bool isFollowed)
    {
        Visit visited = visit with
        {
            State = result.Status == FetchStatus.Gone ? VisitState.Vanished : VisitState.Active,
            LastVisitedAt = now,
            LastChangedAt = hasNews ? now : visit.LastChangedAt ?? now,
            LastStatus = result.Status,
            LastReason = result.Reason,
            Failures = HasAnswered(result) ? 0 : visit.Failures + 1,
            Validators = result.Status == FetchStatus.Fetched
                ? result.Validators
                : result.Validators ?? visit.Validators,
            Url = result.MovedTo ?? visit.Url,
        };
        Visit planned = VisitSchedule.Plan(
            visited, needsConfirmation: false, FeedPace.LeastWait(visit, result), context.Options);
        return isFollowed
            ? planned with { DueAt = FeedPace.PastSkippedHours(planned.DueAt, result.Feed) }
            : planned with { DueAt = null };
    }
}
