using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace NewsDiff.Hosting.Handlers;

/// <summary>Calls a handler within a time limit, and keeps its lease meanwhile.</summary>
internal sealed class HandlerCall(TimeSpan timeout, TimeSpan renewEvery, TimeProvider clock, ILogger logger)
{
    /// <summary>Calls a handler.</summary>
    /// <param name="type">The handler's type, for the log.</param>
    /// <param name="what">What it handles, for the log.</param>
    /// <param name="handle">The call.</param>
    /// <param name="renew">Renews the lease.</param>
    /// <param name="stoppingToken">Cancels the call.</param>
    /// <returns>Why it failed; null when it succeeded.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    [SuppressMessage("Reliability", "CA2025", Justification = "A token may outlive its cancelled source.")]
    public async Task<CallFault?> RunAsync(
        Type type, string what, Func<CancellationToken, ValueTask> handle, Func<Task> renew,
        CancellationToken stoppingToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        CancellationToken token = stop.Token;
        Task handled = Task.Run(() => handle(token).AsTask(), CancellationToken.None);
        try
        {
            if (await IsOverAsync(handled, renew).ConfigureAwait(false))
            {
                await handled.ConfigureAwait(false);
                return null;
            }
        }
        catch (HandlerPostponedException postponed)
        {
            logger.HandlerPostponed(type, what, postponed.RetryAt, postponed.Message);
            return new CallFault(postponed.Message, postponed.RetryAt);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            logger.HandlerFailed(type, what, exception);
            return new CallFault(
                string.IsNullOrWhiteSpace(exception.Message) ? exception.GetType().Name : exception.Message,
                Thrown: exception);
        }

        logger.HandlerTookTooLong(type, what, timeout);
        await stop.CancelAsync().ConfigureAwait(false);
        _ = ListenAsync(type, what, handled);
        return new CallFault($"It took longer than {timeout:c}.");
    }

    /// <summary>Waits for a call to end, even while the host stops, so that it need not be repeated.</summary>
    /// <returns>False when it did not end in time.</returns>
    private async Task<bool> IsOverAsync(Task handled, Func<Task> renew)
    {
        long start = clock.GetTimestamp();
        while (!handled.IsCompleted)
        {
            TimeSpan left = timeout - clock.GetElapsedTime(start);
            if (left <= TimeSpan.Zero)
            {
                return false;
            }

            try
            {
                await handled.WaitAsync(left < renewEvery ? left : renewEvery, clock, CancellationToken.None)
                    .ConfigureAwait(false);
            }
            catch (TimeoutException) when (!handled.IsCompleted)
            {
                await renew().ConfigureAwait(false);
            }
        }

        return true;
    }

    /// <summary>Logs the exception of a handler that is no longer awaited.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "It is logged; nobody waits for it.")]
    private async Task ListenAsync(Type type, string what, Task handled)
    {
        try
        {
            await handled.ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            logger.HandlerFailed(type, what, exception);
        }
    }
}
