using System.Runtime.CompilerServices;
using NewsDiff.Identity;
using NewsDiff.Tracking;
using NewsDiff.Tracking.Visits;

namespace NewsDiff.Archives;

/// <summary>Repeats the visits of a recorded run, each at the time of its capture.</summary>
/// <remarks>The captures show which visits were made; a run may have checked everything, or have begun late.</remarks>
internal sealed class RepeatedRun(ReplayFetcher replay, ReplayTape tape, ReplayClock clock, ArticleTracker tracker)
{
    private readonly Dictionary<string, (VisitKind Kind, string Target)> _visits = new(StringComparer.Ordinal);
    private readonly Dictionary<(VisitKind Kind, string Target), DateTimeOffset> _madeBefore = [];
    private readonly Dictionary<string, Subscription> _feeds = [];

    /// <summary>Whether each page is an article, even if it is not followed.</summary>
    public required bool TakesPages { get; init; }

    /// <summary>Repeats the visits, in order of time.</summary>
    public async IAsyncEnumerable<CheckOutcome> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken).ConfigureAwait(false);
        var unanswered =
            new UnansweredVisits(replay, tape, clock, tracker.Visits, TakesPages ? VisitKind.Article : null);
        try
        {
            for (int i = 0; i < tape.Captures.Count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (tape.IsPlayed(i))
                {
                    continue;
                }

                CaptureEntry capture = tape.Captures[i];
                replay.MoveTo(capture);
                while (!tape.IsPlayed(i)
                    && await FindVisitAsync(capture, i, cancellationToken).ConfigureAwait(false) is { } visit)
                {
                    CheckOutcome outcome = await MakeAsync(visit, cancellationToken).ConfigureAwait(false);
                    yield return outcome;
                    if (tape.NextOf(visit.Url) is not { } next || next > i)
                    {
                        break;
                    }
                }

                await foreach (Visit visit in unanswered.ClaimAsync(cancellationToken).ConfigureAwait(false))
                {
                    yield return await MakeAsync(visit, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            await unanswered.GiveBackAsync().ConfigureAwait(false);
        }
    }

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        if (!TakesPages)
        {
            await foreach (Subscription feed in tracker.Subscriptions.ReadSubscriptionsAsync(cancellationToken)
                .ConfigureAwait(false))
            {
                // An earlier release may have stored one address twice, once with a password.
                _feeds.TryAdd(feed.Url.AbsoluteUri, feed);
            }
        }

        // The tracker logs the rows that cannot be read; the run continues without them.
        IAsyncEnumerable<Visit> visits = tracker.Visits.ReadVisitsAsync(cancellationToken)
            .OnlyReadableAsync(_ => ValueTask.CompletedTask, cancellationToken);
        await foreach (Visit visit in visits.ConfigureAwait(false))
        {
            Remember(visit);
            if (visit.LastVisitedAt is { } last)
            {
                _madeBefore[(visit.Kind, visit.Target)] = last;
            }
        }

        foreach (string feed in _feeds.Keys)
        {
            _visits.TryAdd(feed, (VisitKind.Feed, feed));
        }
    }

    private void Remember(Visit visit)
    {
        if (visit.Kind == VisitKind.Article || _feeds.ContainsKey(visit.Target))
        {
            _visits[visit.Url.AbsoluteUri] = (visit.Kind, visit.Target);
        }
    }

    /// <summary>The visit that a capture belongs to; null when there is none.</summary>
    private async Task<Visit?> FindVisitAsync(CaptureEntry capture, int index, CancellationToken cancellationToken)
    {
        Visit? visit = await FindVisitAsync(capture, cancellationToken).ConfigureAwait(false);
        if (visit is null)
        {
            return null;
        }

        // An interrupted replay resumes, and repeating one adds nothing.
        if (_madeBefore.TryGetValue((visit.Kind, visit.Target), out DateTimeOffset last)
            && UtcInstant.ToMillisecond(capture.CapturedAt) <= last)
        {
            tape.Skip(index);
            return null;
        }

        // The tape must not give this visit a later capture than this one.
        return tape.NextOf(visit.Url) <= index ? visit : null;
    }

    private async Task<Visit?> FindVisitAsync(CaptureEntry capture, CancellationToken cancellationToken)
    {
        if (_visits.TryGetValue(capture.Url.AbsoluteUri, out (VisitKind Kind, string Target) known))
        {
            Visit? visit = await tracker.Visits.FindVisitAsync(known.Kind, known.Target, cancellationToken)
                .ConfigureAwait(false);
            return visit
                ?? (known.Kind == VisitKind.Feed ? NewVisit.ToFeed(_feeds[known.Target].Url, clock.GetUtcNow()) : null);
        }

        TrackedArticle? article = await tracker.Catalog.FindByKeyAsync(
            ArticleKeys.Compute(capture.Url)[0], cancellationToken).ConfigureAwait(false);
        if (article is null && TakesPages && capture is { IsPage: true, StatusCode: 200 })
        {
            var registration = new ArticleRegistration
            {
                Keys = ArticleKeys.Compute(capture.Url),
                Url = UrlCanonicalizer.Canonicalize(capture.Url),
                SeenAt = UtcInstant.ToMillisecond(clock.GetUtcNow()),
                Source = capture.Url.IdnHost,
            };
            article = await tracker.Catalog.RegisterAsync(registration, cancellationToken).ConfigureAwait(false);
        }

        return article is null ? null
            : await tracker.Visits.FindVisitAsync(VisitKind.Article, article.Id, cancellationToken)
                .ConfigureAwait(false)
                ?? NewVisit.To(article, UtcInstant.ToMillisecond(clock.GetUtcNow()));
    }

    private async Task<CheckOutcome> MakeAsync(Visit visit, CancellationToken cancellationToken)
    {
        // The tracker had ended these visits, so a caller of the recorded run asked for this one.
        Visit made = visit is { Kind: VisitKind.Article, DueAt: null }
            ? NewVisit.Again(visit, UtcInstant.ToMillisecond(clock.GetUtcNow()))
            : visit;
        CheckOutcome outcome = await tracker.VisitAsync(made, _feeds.GetValueOrDefault(made.Target), cancellationToken)
            .ConfigureAwait(false);
        if (await tracker.Visits.FindVisitAsync(visit.Kind, visit.Target, CancellationToken.None)
            .ConfigureAwait(false) is { } saved)
        {
            Remember(saved);
        }

        return outcome;
    }
}
