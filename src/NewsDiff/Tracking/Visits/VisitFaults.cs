using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using NewsDiff.Diagnostics;

namespace NewsDiff.Tracking.Visits;

/// <summary>Turns an exception into its visit's failure, and detects a lost store.</summary>
/// <remarks>
/// A failure that can be saved is the visit's own. A failure that cannot be saved means that the store is gone if the
/// store also claims nothing, or if <see cref="MostUnsavedInARow"/> visits in a row cannot be saved.
/// </remarks>
internal sealed class VisitFaults(TrackingContext context)
{
    /// <summary>The consecutive unsaved visits that show a fault of the store.</summary>
    /// <remarks>Fewer visits may fail for reasons of their own; with a full disk, all fail.</remarks>
    private const int MostUnsavedInARow = 8;

    private const int LongestReason = 500;

    private readonly ConcurrentDictionary<(VisitKind Kind, string Target), bool> _unsaved = [];
    private int _unsavedInARow;

    /// <summary>Whether a visit failed unsaved, so that this pass must not repeat it.</summary>
    public bool IsUnsaved(Visit visit) => _unsaved.ContainsKey((visit.Kind, visit.Target));

    /// <summary>Notes that a visit ended and was saved.</summary>
    public void Saved() => Interlocked.Exchange(ref _unsavedInARow, 0);

    /// <summary>Postpones a visit that threw.</summary>
    /// <param name="visit">Its state before.</param>
    /// <param name="isFollowed">Whether to repeat it.</param>
    /// <param name="exception">The exception.</param>
    /// <exception cref="StoreGoneException">The store can no longer save anything.</exception>
    public async Task<CheckOutcome> FailAsync(Visit visit, bool isFollowed, Exception exception)
    {
        context.Log.VisitThrew(visit.Url, exception);
        string reason = ReasonOf(exception);
        Visit failed = VisitSchedule.PlanAfterFault(
            visit with
            {
                LastVisitedAt = context.Now(),
                LastStatus = FetchStatus.Failed,
                LastReason = reason,
                Failures = Math.Min(visit.Failures, int.MaxValue - 1) + 1,
            },
            context.Options);
        failed = isFollowed ? failed : failed with { DueAt = null };
        return new CheckOutcome
        {
            Kind = CheckKind.Failed,
            Url = visit.Url,
            Status = FetchStatus.Failed,
            CheckedAt = failed.LastVisitedAt!.Value,
            ArticleId = visit.Kind == VisitKind.Article ? visit.Target : null,
            Reason = await TrySaveAsync(failed).ConfigureAwait(false) is { } second && second != reason
                ? $"{reason} This failure could not be saved: {second}"
                : reason,
            NextCheckAt = failed.DueAt,
            Exception = exception,
        };
    }

    private static string ReasonOf(Exception exception)
    {
        string reason = string.IsNullOrWhiteSpace(exception.Message) ? exception.GetType().Name : exception.Message;
        return reason.Length <= LongestReason ? reason : $"{reason.AsSpan(0, LongestReason)}…";
    }

    /// <summary>Saves a failure.</summary>
    /// <returns>Why saving failed too; null when it succeeded.</returns>
    [SuppressMessage(
        "Design", "CA1031", Justification = "It is logged and part of the outcome, from which a lost store is detected.")]
    private async Task<string?> TrySaveAsync(Visit failed)
    {
        try
        {
            if (!await context.Visits.SaveVisitAsync(failed, CancellationToken.None).ConfigureAwait(false))
            {
                context.Log.ClaimLost(failed.Url);
            }

            Saved();
            return null;
        }
        catch (Exception exception)
        {
            // It stays claimed until its lease ends, so it is not repeated before.
            context.Log.FailureNotSaved(failed.Url, exception);
            _unsaved[(failed.Kind, failed.Target)] = true;
            await ThrowIfGoneAsync(exception).ConfigureAwait(false);
            return ReasonOf(exception);
        }
    }

    private async Task ThrowIfGoneAsync(Exception exception)
    {
        if (Interlocked.Increment(ref _unsavedInARow) >= MostUnsavedInARow)
        {
            throw new StoreGoneException(exception);
        }

        try
        {
            var nothing = new VisitClaim { Now = context.Now(), Lease = context.Options.Lease, Limit = 0 };
            await context.Visits.ClaimDueAsync(nothing, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception gone)
        {
            throw new StoreGoneException(gone);
        }
    }
}
