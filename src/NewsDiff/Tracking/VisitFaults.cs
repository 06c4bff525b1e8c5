using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using NewsDiff.Diagnostics;

namespace NewsDiff.Tracking;

/// <summary>Makes what a visit throws that visit's failure, and tells it from a store that is gone.</summary>
/// <remarks>
/// A failure that can be saved is the visit's own, whatever threw. One that cannot be saved means that the store is gone when it
/// claims nothing either, or when <see cref="MostUnsavedInARow"/> visits follow each other of which none can be saved.
/// </remarks>
internal sealed class VisitFaults(TrackingContext context)
{
    /// <summary>More than the few visits that may throw for reasons of their own, one after the other; a disk that is full reaches it at once.</summary>
    private const int MostUnsavedInARow = 8;

    private const int LongestReason = 500;

    private readonly ConcurrentDictionary<(VisitKind Kind, string Target), bool> _unsaved = [];
    private int _unsavedInARow;

    /// <summary>Whether a visit failed without a trace, so that this pass must not make it again.</summary>
    public bool IsUnsaved(Visit visit) => _unsaved.ContainsKey((visit.Kind, visit.Target));

    /// <summary>Notes that a visit came to an end, and was saved.</summary>
    public void Saved() => Interlocked.Exchange(ref _unsavedInARow, 0);

    /// <summary>Puts off a visit that threw.</summary>
    /// <param name="visit">Its state before.</param>
    /// <param name="isFollowed">Whether it is to be made again.</param>
    /// <param name="exception">What was thrown.</param>
    /// <exception cref="StoreGoneException">Nothing can be saved any more.</exception>
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
                ? $"{reason} Nor can that be kept: {second}"
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
    /// <returns>Why that failed too; null when it did not.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "It is logged, and in the outcome; a store that is gone is told from it.")]
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
            // It stays claimed until its lease ends: nobody makes it again before.
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
