using System.Diagnostics.CodeAnalysis;
using NewsDiff.Diagnostics;

namespace NewsDiff.Tracking.Passes;

/// <summary>Releases visits that are not made, before their leases end.</summary>
internal sealed class ReturnedClaims(TrackingContext context)
{
    /// <summary>The consecutive failures after which releasing stops; the leases then end by themselves.</summary>
    private const int MostFaultsInARow = 3;

    private int _faultsInARow;

    /// <summary>Releases visits, if the store accepts it.</summary>
    public async Task GiveBackAsync(IEnumerable<HeldVisit> visits)
    {
        foreach (HeldVisit visit in visits)
        {
            await GiveBackAsync(visit).ConfigureAwait(false);
        }
    }

    /// <summary>Releases a visit unchanged, unless it was not claimed or was saved since.</summary>
    public async Task GiveBackAsync(HeldVisit held)
    {
        held.Claim?.GiveBack();
        if (held is not { Claim: not null, Visit: { Fault: null } visit })
        {
            return;
        }

        await TryAsync(visit, async () =>
        {
            Visit? current = await context.Visits.FindVisitAsync(visit.Kind, visit.Target, CancellationToken.None)
                .ConfigureAwait(false);
            if (current == visit)
            {
                await context.Visits.SaveVisitAsync(visit, CancellationToken.None).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
    }

    /// <summary>Postpones a visit to a time, unless it is due later.</summary>
    public Task PutOffAsync(Visit visit, DateTimeOffset later) => TryAsync(visit, async () =>
        await context.Visits.SaveVisitAsync(
            visit with { DueAt = visit.DueAt > later ? visit.DueAt : later }, CancellationToken.None)
                .ConfigureAwait(false));

    [SuppressMessage("Design", "CA1031", Justification = "It is logged; the lease ends by itself.")]
    private async Task TryAsync(Visit visit, Func<Task> save)
    {
        if (_faultsInARow >= MostFaultsInARow)
        {
            return;
        }

        try
        {
            await save().ConfigureAwait(false);
            _faultsInARow = 0;
        }
        catch (Exception exception)
        {
            _faultsInARow++;
            context.Log.ClaimNotReturned(visit.Url, exception);
        }
    }
}
