using System.Diagnostics.CodeAnalysis;
using NewsDiff.Diagnostics;

namespace NewsDiff.Tracking.Visits;

/// <summary>Calls fetchers, possibly a host's own; one that never answers cannot block its pass.</summary>
internal sealed class FetcherCall(TrackingContext context)
{
    /// <summary>The minimum patience, far longer than the limits of this library's fetchers.</summary>
    private static readonly TimeSpan LeastPatience = TimeSpan.FromMinutes(15);

    /// <summary>How long a stopped fetcher has to return its result.</summary>
    private static readonly TimeSpan PatienceAfterStop = TimeSpan.FromSeconds(10);

    /// <summary>Waits for a fetcher.</summary>
    /// <remarks>Any exception after a cancellation counts as the cancellation.</remarks>
    /// <param name="url">The target of the request.</param>
    /// <param name="fetch">Calls the fetcher.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <exception cref="TimeoutException">
    /// It did not answer within the lease, or within 15 minutes when the lease is shorter.
    /// </exception>
    [SuppressMessage(
        "Reliability", "CA2025", Justification = "A token may outlive its cancelled source.")]
    public async Task<T> AwaitAsync<T>(
        Uri url,
        Func<CancellationToken, Task<T>> fetch,
        CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        CancellationToken token = stop.Token;

        // On a thread of its own: it may not even return a task.
        Task<T> fetched = Task.Run(() => fetch(token), CancellationToken.None);
        TimeSpan patience = context.Options.Lease > LeastPatience ? context.Options.Lease : LeastPatience;
        if (!await IsOverAsync(fetched, patience, cancellationToken).ConfigureAwait(false)
            && !await IsOverAfterStopAsync(fetched, stop).ConfigureAwait(false))
        {
            _ = ListenAsync(url, fetched);
            cancellationToken.ThrowIfCancellationRequested();
            throw TooLate(patience);
        }

        try
        {
            return await fetched.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested
            && !cancellationToken.IsCancellationRequested)
        {
            throw TooLate(patience);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }
    }

    private static TimeoutException TooLate(TimeSpan patience) =>
        new($"The fetcher did not answer within {patience:c}.");

    private async Task<bool> IsOverAsync(Task fetched, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(fetched, Task.Delay(patience, context.Timers, waiting.Token)).ConfigureAwait(false);
        await waiting.CancelAsync().ConfigureAwait(false);
        return fetched.IsCompleted;
    }

    private async Task<bool> IsOverAfterStopAsync(Task fetched, CancellationTokenSource stop)
    {
        await stop.CancelAsync().ConfigureAwait(false);
        return await IsOverAsync(fetched, PatienceAfterStop, CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Logs the exception of a fetcher that is no longer awaited.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "It is logged; nobody waits for it.")]
    private async Task ListenAsync(Uri url, Task fetched)
    {
        try
        {
            await fetched.ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            context.Log.VisitThrew(url, exception);
        }
    }
}
