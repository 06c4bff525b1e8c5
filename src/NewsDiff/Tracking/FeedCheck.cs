using System.Collections.Immutable;
using System.Globalization;
using NewsDiff.Diagnostics;
using NewsDiff.Feeds;
using NewsDiff.Identity;

namespace NewsDiff.Tracking;

/// <summary>Reads one feed and registers the articles it announces, each new one due at once.</summary>
/// <remarks>
/// The feed's own state is saved last. A read that is cut short is therefore made again in full, never answered by "not modified".
/// </remarks>
internal sealed class FeedCheck(TrackingContext context)
{
    /// <summary>Reads the feed of a visit.</summary>
    /// <param name="visit">Its state.</param>
    /// <param name="subscription">How it is followed; null when it is read only once.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<CheckOutcome> CheckAsync(Visit visit, Subscription? subscription, CancellationToken cancellationToken)
    {
        using CheckRecording recording = CheckRecording.OfFeed(visit.Url, context.Clock);
        FeedResult result = await FetchAsync(visit, cancellationToken).ConfigureAwait(false);
        DateTimeOffset now = context.TimeOf(result.CapturedAt);

        string? reason = result.Reason;
        int added = 0;
        if (result.Feed is { } feed)
        {
            added = await RegisterAsync(feed, visit, subscription, now, cancellationToken).ConfigureAwait(false);
            reason = string.Create(CultureInfo.InvariantCulture, $"{feed.Entries.Length} entries, {added} new.");
        }

        Visit next = Plan(visit, result, now, added > 0, isFollowed: subscription is not null);
        if (!await context.Visits.SaveVisitAsync(next, CancellationToken.None).ConfigureAwait(false))
        {
            context.Log.ClaimLost(next.Url);
        }

        var outcome = new CheckOutcome
        {
            Kind = HasAnswered(result) ? CheckKind.FeedRead : CheckKind.Failed,
            Url = visit.Url,
            Status = result.Status,
            CheckedAt = now,
            NextCheckAt = next.DueAt,
            Reason = reason,
        };
        recording.Finish(outcome);
        return outcome;
    }

    private static bool HasAnswered(FeedResult result) => result.Status is FetchStatus.Fetched or FetchStatus.NotModified;

    private async Task<FeedResult> FetchAsync(Visit visit, CancellationToken cancellationToken)
    {
        try
        {
            var request = new FeedRequest { Url = visit.Url, Validators = visit.Validators };
            return await context.FeedFetcher.FetchAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // As with articles: what a fetcher throws is its defect, and must not stop the others.
            context.Log.FetcherThrew(visit.Url, exception);
            return new FeedResult { Status = FetchStatus.Failed, Url = visit.Url, Reason = exception.Message };
        }
    }

    private async Task<int> RegisterAsync(
        Feed feed, Visit visit, Subscription? subscription, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var feedUrl = new Uri(visit.Target);
        int added = 0;
        foreach ((Uri link, ImmutableArray<string> keys) in FeedSightings.Of(feed, feedUrl))
        {
            var registration = new ArticleRegistration
            {
                Keys = keys,
                Url = UrlCanonicalizer.Canonicalize(link),
                SeenAt = now,
                Source = subscription?.Source ?? feedUrl.IdnHost,
                FeedUrl = feedUrl,
            };
            added += await RegisterAsync(registration, cancellationToken).ConfigureAwait(false) ? 1 : 0;
        }

        return added;
    }

    private async Task<bool> RegisterAsync(ArticleRegistration registration, CancellationToken cancellationToken)
    {
        TrackedArticle article = await context.Catalog.RegisterAsync(registration, cancellationToken).ConfigureAwait(false);
        Visit? known = await context.Visits.FindVisitAsync(VisitKind.Article, article.Id, cancellationToken).ConfigureAwait(false);
        return known is null
            && await context.Visits.SaveVisitAsync(NewVisit.To(article, registration.SeenAt), cancellationToken).ConfigureAwait(false);
    }

    private Visit Plan(Visit visit, FeedResult result, DateTimeOffset now, bool hasNews, bool isFollowed)
    {
        Visit visited = visit with
        {
            State = VisitState.Active,
            LastVisitedAt = now,
            LastChangedAt = hasNews ? now : visit.LastChangedAt ?? now,
            LastStatus = result.Status,
            LastReason = result.Reason,
            Failures = HasAnswered(result) ? 0 : visit.Failures + 1,
            Validators = result.Status == FetchStatus.Fetched ? result.Validators : result.Validators ?? visit.Validators,
            Url = result.MovedTo ?? visit.Url,
        };
        Visit planned = VisitSchedule.Plan(visited, needsConfirmation: false, result.RetryAfter, context.Options);
        return isFollowed ? planned : planned with { DueAt = null };
    }
}
