using System.Diagnostics.CodeAnalysis;
using NewsDiff.Diagnostics;

namespace NewsDiff.Tracking.Visits;

/// <summary>Renews the lease of a visit while it is made, so that no other tracker makes it too.</summary>
/// <remarks>When the process ends, nothing renews it any more, and the visit is made again after one lease.</remarks>
internal sealed class LeaseRenewal : IAsyncDisposable
{
    /// <summary>The minimum pause; very short leases, as in tests, end before it.</summary>
    private static readonly TimeSpan LeastPause = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan MostPause = TimeSpan.FromDays(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _renewing;

    /// <summary>Begins to renew a visit's lease.</summary>
    public LeaseRenewal(TrackingContext context, Visit visit) => _renewing = RenewAsync(context, visit);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _renewing.ConfigureAwait(false);
        _stop.Dispose();
    }

    [SuppressMessage(
        "Design", "CA1031", Justification = "It is logged and tried again; the claim's number guards writes.")]
    private async Task RenewAsync(TrackingContext context, Visit visit)
    {
        TimeSpan third = context.Options.Lease / 3;
        TimeSpan pause = third < LeastPause ? LeastPause : third > MostPause ? MostPause : third;
        bool isHeld = visit.Claim > 0;
        while (isHeld)
        {
            await Task.Delay(pause, context.Timers, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_stop.IsCancellationRequested)
            {
                return;
            }

            try
            {
                var claim = new VisitClaim
                {
                    Kind = visit.Kind,
                    Target = visit.Target,
                    Renews = visit.Claim,
                    Now = context.Now(),
                    Lease = context.Options.Lease,
                    Limit = 1,
                };
                isHeld = !(await context.Visits.ClaimDueAsync(claim, _stop.Token).ConfigureAwait(false)).IsEmpty;
            }
            catch (Exception exception)
            {
                if (!_stop.IsCancellationRequested)
                {
                    context.Log.LeaseNotRenewed(visit.Url, exception);
                }
            }
        }
    }
}
