using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace NewsDiff.Fetching.Sites;

/// <summary>A turn that other processes respect; it is lost when its renewal fails.</summary>
/// <remarks>
/// Its end is measured from before the store was asked, by a clock that only moves forward, so that it ends before the
/// store gives the turn to another holder.
/// </remarks>
internal sealed class SiteLease : IDisposable
{
    /// <summary>How long others wait for a process that ended without releasing its turn.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(1);

    private readonly ISiteStore _store;
    private readonly SiteTurn _turn;
    private readonly ILogger _logger;
    private readonly TimeProvider _timers;
    private readonly CancellationTokenSource _over;
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _renewing;

    private SiteLease(ISiteStore store, SiteTurn turn, long askedAt, TimeProvider timers, ILogger logger)
    {
        (_store, _turn, _timers, _logger) = (store, turn, timers, logger);
        _over = new CancellationTokenSource(RestSince(askedAt), timers);
        _renewing = RenewAsync();
    }

    /// <summary>Cancelled when the lease is lost: the site may not be asked any more.</summary>
    public CancellationToken Over => _over.Token;

    /// <summary>Waits until no other process has the turn at a site.</summary>
    /// <returns>
    /// What the store knows about the site, and the lease, which is null for a site on hold or over its budget.
    /// </returns>
    public static async ValueTask<(SiteTurn Known, SiteLease? Lease)> TakeAsync(
        ISiteStore store, string site, string holder, SiteBudget budget, TimeProvider timers, ILogger logger,
        CancellationToken cancellationToken)
    {
        for (TimeSpan look = FirstLook; ; look = look * 2 < LongestLook ? look * 2 : LongestLook)
        {
            long askedAt = timers.GetTimestamp();
            SiteTurn turn = await store.TakeTurnAsync(
                site, holder, Length, budget.OneSite, budget.AllSites, cancellationToken).ConfigureAwait(false);
            if (turn.Number > 0)
            {
                return (turn, new SiteLease(store, turn, askedAt, timers, logger));
            }

            if (turn.HeldFor is not null || turn.SpentFor is not null)
            {
                return (turn, null);
            }

            TimeSpan wait = turn.BusyFor > TimeSpan.Zero && turn.BusyFor < look ? turn.BusyFor : look;
            await Task.Delay(wait, timers, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Ends the turn; if the store cannot be reached, its lease ends by itself.</summary>
    /// <param name="wasAsked">Whether the site was asked.</param>
    /// <param name="heldFor">The rest of the site's hold, or null.</param>
    /// <param name="holds">The number of consecutive holds.</param>
    [SuppressMessage("Design", "CA1031", Justification = "It is logged; the lease ends by itself.")]
    public async ValueTask EndAsync(bool wasAsked, TimeSpan? heldFor, int holds)
    {
        await _ended.CancelAsync().ConfigureAwait(false);
        await _renewing.ConfigureAwait(false);
        try
        {
            await _store.EndTurnAsync(_turn with { HeldFor = heldFor, Holds = holds }, wasAsked, Over)
                .ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            FetchLog.TurnNotEnded(_logger, _turn.Site, exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _over.Dispose();
        _ended.Dispose();
    }

    private TimeSpan RestSince(long askedAt)
    {
        TimeSpan rest = Length - _timers.GetElapsedTime(askedAt);
        return rest > TimeSpan.Zero ? rest : TimeSpan.Zero;
    }

    [SuppressMessage("Design", "CA1031", Justification = "It is logged, and tried again until the lease is over.")]
    private async Task RenewAsync()
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_over.Token, _ended.Token);
        while (!either.IsCancellationRequested)
        {
            await Task.Delay(Length / 3, _timers, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (either.IsCancellationRequested)
            {
                return;
            }

            try
            {
                long askedAt = _timers.GetTimestamp();
                SiteTurn renewed = await _store.TakeTurnAsync(
                    _turn.Site, _turn.Holder, Length, cancellationToken: either.Token)
                    .ConfigureAwait(false);
                if (renewed.Number != _turn.Number)
                {
                    await _over.CancelAsync().ConfigureAwait(false);
                    return;
                }

                _over.CancelAfter(RestSince(askedAt));
            }
            catch (Exception exception)
            {
                if (!either.IsCancellationRequested)
                {
                    FetchLog.TurnNotRenewed(_logger, _turn.Site, exception);
                }
            }
        }
    }
}
