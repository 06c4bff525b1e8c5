using System.Diagnostics.CodeAnalysis;
using NewsDiff.Diagnostics;

namespace NewsDiff.Tracking;

/// <summary>Ends the claims of visits that are not made, so that they need not wait for the end of the lease.</summary>
internal sealed class ReturnedClaims(TrackingContext context)
{
    /// <summary>So many that cannot be given back, one after the other, mean that none can; their leases end by themselves.</summary>
    private const int MostFaultsInARow = 3;

    private int _faultsInARow;

    /// <summary>Gives visits back, as far as the store takes them.</summary>
    public async Task GiveBackAsync(IEnumerable<HeldVisit> visits)
    {
        foreach (HeldVisit visit in visits)
        {
            await GiveBackAsync(visit).ConfigureAwait(false);
        }
    }

    /// <summary>Gives a visit back as it was, unless it was not claimed, or was saved since.</summary>
    public async Task GiveBackAsync(HeldVisit held)
    {
        held.Claim?.GiveBack();
        if (held is not { Claim: not null, Visit: { Fault: null } visit })
        {
            return;
        }

        await TryAsync(visit, async () =>
        {
            Visit? current = await context.Visits.FindVisitAsync(visit.Kind, visit.Target, CancellationToken.None).ConfigureAwait(false);
            if (current == visit)
            {
                await context.Visits.SaveVisitAsync(visit, CancellationToken.None).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
    }

    /// <summary>Puts a visit off to a time, unless it is due later.</summary>
    public Task PutOffAsync(Visit visit, DateTimeOffset later) => TryAsync(visit, async () =>
        await context.Visits.SaveVisitAsync(
            visit with { DueAt = visit.DueAt > later ? visit.DueAt : later }, CancellationToken.None).ConfigureAwait(false));

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
