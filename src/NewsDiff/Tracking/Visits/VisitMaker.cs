using System.Runtime.CompilerServices;
using NewsDiff.Diagnostics;
using NewsDiff.Tracking.Articles;

namespace NewsDiff.Tracking.Visits;

/// <summary>Makes one visit to a feed or an article; any exception becomes its failure.</summary>
internal sealed class VisitMaker(TrackingContext context, VisitFaults faults)
{
    private readonly ArticleCheck _articles = new(context);
    private readonly FeedCheck _feeds = new(context);
    private readonly VisitWriter _writer = new(context);

    /// <summary>Claims a visit, even from another tracker, and makes it.</summary>
    /// <param name="visit">Its state.</param>
    /// <param name="keepsState">Whether this state counts, even if the stored one is another.</param>
    /// <param name="subscription">As in <see cref="MakeAsync"/>.</param>
    /// <param name="isAsked">As in <see cref="MakeAsync"/>.</param>
    /// <param name="cancellationToken">Stops the request; the claim is then given back.</param>
    public async Task<CheckOutcome> TakeAndMakeAsync(
        Visit visit, bool keepsState, Subscription? subscription, bool isAsked, CancellationToken cancellationToken)
    {
        if (visit.Fault is not null)
        {
            return await MakeAsync(visit, subscription, isAsked, cancellationToken).ConfigureAwait(false);
        }

        Visit taken;
        try
        {
            taken = await _writer.TakeAsync(visit).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return await faults.FailAsync(visit, IsFollowed(visit, subscription), exception).ConfigureAwait(false);
        }

        try
        {
            return await MakeAsync(
                keepsState ? visit with { Claim = taken.Claim } : taken, subscription, isAsked, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await context.Visits.SaveVisitAsync(taken, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Makes a visit that is claimed.</summary>
    /// <param name="visit">Its state.</param>
    /// <param name="subscription">
    /// The feed's subscription; null for an article, or for a feed that is read only once.
    /// </param>
    /// <param name="isAsked">Whether a person asked for it: the server must then answer in full.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="StoreGoneException">The store can no longer save anything.</exception>
    public async Task<CheckOutcome> MakeAsync(
        Visit visit,
        Subscription? subscription,
        bool isAsked,
        CancellationToken cancellationToken)
    {
        if (visit.Fault is not null || subscription?.Fault is not null)
        {
            return await FailUnreadableAsync(visit, subscription).ConfigureAwait(false);
        }

        using CheckRecording? recording = TryRecord(visit);
        CheckOutcome outcome = await MakeLeasedAsync(visit, subscription, isAsked, cancellationToken)
            .ConfigureAwait(false);
        recording?.Finish(outcome);
        return outcome;
    }

    private async Task<CheckOutcome> MakeLeasedAsync(
        Visit visit, Subscription? subscription, bool isAsked, CancellationToken cancellationToken)
    {
        var renewal = new LeaseRenewal(context, visit);
        await using ConfiguredAsyncDisposable renewing = renewal.ConfigureAwait(false);
        try
        {
            CheckOutcome outcome = visit.Kind == VisitKind.Article
                ? await _articles.CheckAsync(visit, isAsked, cancellationToken).ConfigureAwait(false)
                : await _feeds.CheckAsync(visit, subscription, isAsked, cancellationToken)
                    .ConfigureAwait(false);
            faults.Saved();
            return outcome;
        }
        catch (Exception exception) when (exception is not OperationCanceledException
            || !cancellationToken.IsCancellationRequested)
        {
            return await faults.FailAsync(visit, IsFollowed(visit, subscription), exception).ConfigureAwait(false);
        }
    }

    /// <summary>Records the visit in activities and metrics, unless its address names no site.</summary>
    private CheckRecording? TryRecord(Visit visit) =>
        visit.Url is not { IsAbsoluteUri: true } ? null
        : visit.Kind == VisitKind.Article ? CheckRecording.OfArticle(visit.Url, context.Clock)
        : CheckRecording.OfFeed(visit.Url, context.Clock);

    /// <summary>Fails an unreadable visit once, and saves it without the unreadable columns.</summary>
    private async Task<CheckOutcome> FailUnreadableAsync(Visit visit, Subscription? subscription)
    {
        var unreadable = new VersionStoreException(visit.Fault ?? subscription!.Fault!);
        Uri? known = null;
        try
        {
            known = visit.Kind == VisitKind.Feed
                ? new Uri(visit.Target)
                : (await context.FindArticleAsync(visit.Target).ConfigureAwait(false))?.Url;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            context.Log.VisitThrew(visit.Url, exception);
        }

        return await faults.FailAsync(
            visit with { Url = known ?? visit.Url }, IsFollowed(visit, subscription), unreadable)
            .ConfigureAwait(false);
    }

    private static bool IsFollowed(Visit visit, Subscription? subscription) =>
        visit.Kind == VisitKind.Article || subscription is not null;
}
