using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using System.Threading.Channels;
using NewsDiff.Tracking.Visits;

namespace NewsDiff.Tracking.Passes;

/// <summary>Makes a pass's visits: sites in parallel, one visit to each at a time.</summary>
/// <remarks>
/// When a site is done, the next one begins; more visits are claimed when no site waits. A site with a hold is not
/// visited again in the pass, nor is one whose requests of the day are used up.
/// </remarks>
internal sealed class VisitRun(
    TrackingContext context,
    Func<HeldVisit, CancellationToken, Task<CheckOutcome>> make,
    Func<CheckOutcome, ValueTask> report,
    ReturnedClaims returned)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _putOff = [];
    private readonly ConcurrentDictionary<string, bool> _spent = [];
    private readonly Channel<Turn> _ended = Channel.CreateUnbounded<Turn>(
        new UnboundedChannelOptions { SingleReader = true });
    private Task<bool>? _waiting;
    private DueVisits? _source;

    /// <summary>Makes visits, and reports each outcome as soon as it is known.</summary>
    /// <param name="queue">The held visits; empty at the end.</param>
    /// <param name="source">The source of more visits, or null.</param>
    /// <param name="finish">Lets visits in progress end, and begins no more.</param>
    /// <param name="cancellationToken">Stops the requests; fetched content is still written and reported.</param>
    public async Task RunAsync(
        VisitQueue queue, DueVisits? source, CancellationToken finish, CancellationToken cancellationToken)
    {
        _source = source;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        (Exception? end, int running) = (null, 0);
        do
        {
            if (end is null && !finish.IsCancellationRequested)
            {
                (running, end) = await BeginAsync(queue, source, running, stop.Token).ConfigureAwait(false);
            }

            if (running > 0 && await NextEndedAsync().ConfigureAwait(false) is { } turn)
            {
                running--;
                end ??= turn.Exception;
                if (turn.Exception is not null)
                {
                    await returned.GiveBackAsync(turn.Visit).ConfigureAwait(false);
                }

                bool isSiteDone = queue.EndTurn(turn.Site);
                source?.Ended(turn.Visit.Visit, isSiteDone);
            }

            if (end is not null)
            {
                await stop.CancelAsync().ConfigureAwait(false);
            }
        }
        while (running > 0
            || (end is null && !finish.IsCancellationRequested && (queue.Ready > 0 || source?.MayHaveMore is true)));

        await returned.GiveBackAsync(queue.TakeAll()).ConfigureAwait(false);
        if (end is not null)
        {
            ExceptionDispatchInfo.Throw(end);
        }
    }

    /// <summary>Waits for a turn to end.</summary>
    /// <returns>The turn; null when none ended for so long that feeds may have become due.</returns>
    private async Task<Turn?> NextEndedAsync()
    {
        if (!_ended.Reader.TryPeek(out _))
        {
            using var woken = new CancellationTokenSource();
            _waiting = _waiting is { IsCompleted: false }
                ? _waiting
                : _ended.Reader.WaitToReadAsync(CancellationToken.None).AsTask();
            await Task.WhenAny(_waiting, Task.Delay(DueVisits.FeedLook, context.Timers, woken.Token))
                .ConfigureAwait(false);
            await woken.CancelAsync().ConfigureAwait(false);
        }

        return _ended.Reader.TryRead(out Turn turn) ? turn : null;
    }

    /// <summary>Starts as many turns as sites may be visited at once.</summary>
    /// <returns>The turns in progress, and the exception that stops the pass, or null.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "It is thrown after the started turns end.")]
    private async Task<(int Running, Exception? End)> BeginAsync(
        VisitQueue queue, DueVisits? source, int running, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (source is not null)
            {
                await source.RefillAsync(queue, context.Options.MaxConcurrency - running, cancellationToken)
                    .ConfigureAwait(false);
            }

            while (running < context.Options.MaxConcurrency
                && queue.TryBeginTurn(out string? site, out HeldVisit visit))
            {
                if (visit.Claim is { } claim && context.Now() >= claim.BeginBefore)
                {
                    await returned.GiveBackAsync(visit).ConfigureAwait(false);
                    source?.Ended(visit.Visit, queue.EndTurn(site));
                    continue;
                }

                running++;
                _ = Task.Run(() => TakeTurnAsync(site, visit, cancellationToken), CancellationToken.None);
            }

            return (running, null);
        }
        catch (Exception exception)
        {
            return (running, exception);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "It is thrown once the turns that have begun are over.")]
    private async Task TakeTurnAsync(string site, HeldVisit visit, CancellationToken cancellationToken)
    {
        Exception? thrown = null;
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            await MakeAsync(site, visit, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            thrown = exception;
        }

        _ended.Writer.TryWrite(new Turn(site, visit, thrown));
    }

    private async Task MakeAsync(string site, HeldVisit visit, CancellationToken cancellationToken)
    {
        if (_putOff.TryGetValue(site, out DateTimeOffset later))
        {
            await (visit.Claim is null ? Task.CompletedTask : returned.PutOffAsync(visit.Visit, later))
                .ConfigureAwait(false);
            return;
        }

        if (_spent.ContainsKey(site))
        {
            await returned.GiveBackAsync(visit).ConfigureAwait(false);
            return;
        }

        CheckOutcome outcome = await make(visit, cancellationToken).ConfigureAwait(false);
        if (outcome.Kind == CheckKind.Postponed)
        {
            _spent[site] = true;
            _source?.PassOver(site);
        }

        if (outcome.Status == FetchStatus.OnHold)
        {
            _putOff[site] = outcome.NextCheckAt ?? outcome.CheckedAt + VisitSchedule.ConfirmAfter;
        }

        await report(outcome).ConfigureAwait(false);
    }

    /// <summary>A finished turn of a site.</summary>
    private readonly record struct Turn(string Site, HeldVisit Visit, Exception? Exception);
}
