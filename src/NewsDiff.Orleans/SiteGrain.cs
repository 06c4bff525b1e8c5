using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Orleans.Placement;
using Orleans.Runtime.Placement;

namespace NewsDiff.Orleans;

/// <summary>The only visitor of one site.</summary>
/// <remarks>
/// <para>
/// It stays active while visits are due, and is placed on the silo with the fewest grains, so that the work spreads
/// over the silos. Each pass claims a few dozen visits. The grain then waits for a slot of its silo again, and
/// deactivates if none is free for an interval. If its silo loses the store, it moves to another silo.
/// </para>
/// <para>
/// Orleans does not guarantee a single grain: after a network partition, a site may have two for a while. The lease of
/// each claimed visit and the turn at the site, both in the database, prevent double visits.
/// </para>
/// </remarks>
[ActivationCountBasedPlacement]
internal sealed class SiteGrain(
    ArticleTracker tracker, SiteSlots slots, SiloOutcomes outcomes, StoreWatch store, ISiloStatusOracle members,
    ILogger<SiteGrain> logger)
    : Grain, ISiteGrain, IDisposable
{
    /// <summary>A time longer than any pass: visits begin in the first half of their lease.</summary>
    private static readonly TimeSpan LongestPass = TimeSpan.FromHours(1);

    private readonly CancellationTokenSource _finish = new();
    private readonly CancellationTokenSource _stop = new();
    private Task _visiting = Task.CompletedTask;
    private bool _isLeaving;

    /// <summary>The key of a site's grain; a key may not be empty, but an unreadable address has no site.</summary>
    public static string KeyOf(string site) => $"//{site}";

    /// <inheritdoc/>
    public async ValueTask WakeAsync()
    {
        if (!store.Answers)
        {
            await LeaveAsync().ConfigureAwait(true);
        }
        else if (_visiting.IsCompleted)
        {
            _visiting = VisitAsync(this.GetPrimaryKeyString()[KeyOf("").Length..]);
        }
    }

    /// <summary>
    /// Hands the site over: the request in progress finishes, and the other claimed visits are released.
    /// </summary>
    /// <remarks>
    /// A grain that leaves a silo without a store does not wait: a commit in progress may wait for the store for
    /// minutes. The leases of its claims end meanwhile, so a late commit is refused.
    /// </remarks>
    /// <param name="reason">Why the grain ends.</param>
    /// <param name="cancellationToken">Cancelled when there is no time left; the request is then given up.</param>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _finish.CancelAsync().ConfigureAwait(true);
        using CancellationTokenRegistration late = cancellationToken.Register(_stop.Cancel);
        if (!_isLeaving)
        {
            await _visiting.ConfigureAwait(true);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _finish.Dispose();
        _stop.Dispose();
    }

    /// <summary>Gives up what is in progress, and moves to another silo, where the planner wakes the grain.</summary>
    private async Task LeaveAsync()
    {
        SiloAddress[] others =
        [
            .. members.GetApproximateSiloStatuses(onlyActive: true).Keys.Except([members.SiloAddress]),
        ];
        if (others.Length > 0)
        {
            uint spread = (uint)this.GetPrimaryKeyString().GetHashCode(StringComparison.Ordinal);
            RequestContext.Set(IPlacementDirector.PlacementHintKey, others[spread % (uint)others.Length]);
            await _stop.CancelAsync().ConfigureAwait(true);
            _isLeaving = true;
            MigrateOnIdle();
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "It is logged; the planner wakes the grain again.")]
    private async Task VisitAsync(string site)
    {
        try
        {
            bool isMore = true;
            while (isMore && !_finish.IsCancellationRequested)
            {
                DelayDeactivation(LongestPass);
                using SiteSlots.Slot? slot = await slots.TryEnterAsync(_finish.Token).ConfigureAwait(true);
                isMore = slot is not null && await PassAsync(site).ConfigureAwait(true);
            }
        }
        catch (Exception exception)
        {
            if (!_finish.IsCancellationRequested)
            {
                logger.SiteFailed(site, exception);
            }
        }

        DeactivateOnIdle();
    }

    /// <summary>Makes one pass.</summary>
    /// <returns>Whether another one may find more.</returns>
    private async Task<bool> PassAsync(string site)
    {
        bool isMore = false;
        await foreach (CheckOutcome outcome in tracker.CheckSiteAsync(site, _finish.Token, _stop.Token)
            .ConfigureAwait(true))
        {
            outcomes.Add(outcome);
            isMore = outcome.Status is not (FetchStatus.OnHold or FetchStatus.OverBudget);
        }

        return isMore;
    }
}
