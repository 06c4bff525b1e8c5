using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using NewsDiff.Diagnostics;

namespace NewsDiff.Tracking.Passes;

/// <summary>Turns work that reports outcomes into a stream of them.</summary>
internal static class OutcomeStream
{
    /// <summary>Runs work while its outcomes are read, at most <paramref name="capacity"/> ahead.</summary>
    /// <remarks>
    /// When the reader leaves early, the work is cancelled and awaited, so that no work continues unnoticed. When the
    /// token is cancelled, outcomes so far are still handed over before the exception.
    /// </remarks>
    public static async IAsyncEnumerable<CheckOutcome> RunAsync(
        Func<Func<CheckOutcome, ValueTask>, CancellationToken, Task> work,
        int capacity,
        ILogger log,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<CheckOutcome>(new BoundedChannelOptions(capacity) { SingleReader = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task running = RunAsync(work, channel.Writer, stop.Token);
        bool isHeard = false;
        try
        {
            await foreach (CheckOutcome outcome in channel.Reader.ReadAllAsync(CancellationToken.None)
                .ConfigureAwait(false))
            {
                yield return outcome;
            }

            isHeard = true;
            await running.ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await DrainAsync(channel.Reader).ConfigureAwait(false);
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!isHeard && running.Exception is { } failure)
            {
                log.FailedUnheard(failure);
            }
        }
    }

    private static async Task RunAsync(
        Func<Func<CheckOutcome, ValueTask>, CancellationToken, Task> work,
        ChannelWriter<CheckOutcome> writer,
        CancellationToken cancellationToken)
    {
        try
        {
            await work(outcome => writer.WriteAsync(outcome, CancellationToken.None), cancellationToken)
                .ConfigureAwait(false);
        }
        finally
        {
            writer.Complete();
        }
    }

    /// <summary>Frees callers that wait to hand over outcomes that will not be read.</summary>
    private static async Task DrainAsync(ChannelReader<CheckOutcome> reader)
    {
        await foreach (CheckOutcome _ in reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
        }
    }
}
