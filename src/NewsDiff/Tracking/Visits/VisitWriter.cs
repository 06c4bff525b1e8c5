using NewsDiff.Diagnostics;
using NewsDiff.Events;
using NewsDiff.Storage;

namespace NewsDiff.Tracking.Visits;

/// <summary>Writes what visits found, in one transaction if the store can.</summary>
internal sealed class VisitWriter(TrackingContext context)
{
    /// <summary>What events of a repeated run name as <see cref="ArticleEvent.By"/>: they are no news.</summary>
    private const string Replay = "replay";

    /// <summary>Writes a version, an event and the next visit.</summary>
    /// <remarks>It cannot be cancelled, so that fetched content is kept.</remarks>
    public async ValueTask<CommitResult> CommitAsync(VisitCommit commit)
    {
        VisitCommit signed = context.Clock is PastClock ? Sign(commit) : commit;
        return context.Store is ITrackerStore whole && ReferenceEquals(whole, context.Visits)
            ? await whole.CommitAsync(signed, CancellationToken.None).ConfigureAwait(false)
            : await CommitInStepsAsync(signed).ConfigureAwait(false);
    }

    /// <summary>Claims one visit for this tracker, even from another one, and stores it if it is new.</summary>
    /// <param name="visit">The visit to store when there is none for its target.</param>
    /// <returns>The stored state, with its claim.</returns>
    /// <exception cref="InvalidOperationException">The store hands out no claim for the visit.</exception>
    public async ValueTask<Visit> TakeAsync(Visit visit)
    {
        if (await TryTakeAsync(visit.Kind, visit.Target).ConfigureAwait(false) is { } known)
        {
            return known;
        }

        await context.Visits.SaveVisitAsync(visit with { Claim = 0 }, CancellationToken.None).ConfigureAwait(false);
        return await TryTakeAsync(visit.Kind, visit.Target).ConfigureAwait(false)
            ?? throw new InvalidOperationException(
                $"{context.Visits.GetType()} stored a visit, but does not claim it by {nameof(VisitClaim)}."
                + $"{nameof(VisitClaim.Target)}.");
    }

    /// <summary>Claims one visit for this tracker, even from another one.</summary>
    /// <returns>The stored state, with its claim; null when there is none.</returns>
    public async ValueTask<Visit?> TryTakeAsync(VisitKind kind, string target)
    {
        var claim = new VisitClaim
        {
            Kind = kind,
            Target = target,
            Now = context.Now(),
            Lease = context.Options.Lease,
            Limit = 1,
        };
        return (await context.Visits.ClaimDueAsync(claim, CancellationToken.None).ConfigureAwait(false))
            .FirstOrDefault(visit => visit.Kind == kind && visit.Target == target);
    }

    private static VisitCommit Sign(VisitCommit commit) => commit with
    {
        By = Replay,
        Draft = commit.Draft is { } draft ? draft with { By = Replay } : null,
    };

    /// <summary>Writes to stores that are independent of each other: the version first, then the visit.</summary>
    private async ValueTask<CommitResult> CommitInStepsAsync(VisitCommit commit)
    {
        ArticleVersion? head = null;
        ArticleEventKind? happened = commit.Event;
        if (commit.Draft is { } draft)
        {
            AppendResult appended = await context.Store.AppendAsync(draft, CancellationToken.None)
                .ConfigureAwait(false);
            head = appended.Head;
            if (!appended.IsAppended && !HiddenText.IsIn(draft, appended))
            {
                return new CommitResult { Status = CommitStatus.Conflict, Head = head };
            }

            happened = !appended.IsAppended ? null
                : head!.Number == 1 ? ArticleEventKind.FirstSeen : ArticleEventKind.Changed;
        }

        if (!await context.Visits.SaveVisitAsync(commit.Visit, CancellationToken.None).ConfigureAwait(false))
        {
            context.Log.ClaimLost(commit.Visit.Url);
        }

        // A store that keeps events has written the event of the version.
        if (happened is { } kind && context.Store is not IEventLog)
        {
            head ??= await context.Store.FindLatestAsync(commit.Visit.Target, CancellationToken.None)
                .ConfigureAwait(false);
            context.Memory.AddEvent(
                kind, commit.Visit.Target, commit.At, head?.Number ?? 0, commit.Visit.Url.IdnHost, commit.Reason,
                commit.MergedInto, commit.By, commit.Metadata);
        }

        return new CommitResult { Status = CommitStatus.Committed, Head = head };
    }
}
