using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using NewsDiff.Hosting;

namespace NewsDiff.Orleans;

/// <summary>A silo's pass: the outcomes of its grains during one interval.</summary>
internal sealed class SiloPass(
    IGrainFactory grains, SiloOutcomes outcomes, SiloStart start, StoreWatch store,
    IOptions<NewsDiffHostOptions> options, TimeProvider clock) : ITrackerPass
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<CheckOutcome> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await start.Active.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (store.Answers)
        {
            await grains.GetGrain<IPlannerGrain>(0).StartAsync().ConfigureAwait(false);
        }

        using var over = new CancellationTokenSource(options.Value.Interval, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);
        while (await WaitAsync(either.Token).ConfigureAwait(false))
        {
            while (outcomes.Reader.TryRead(out CheckOutcome? outcome))
            {
                yield return outcome;
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task<bool> WaitAsync(CancellationToken over)
    {
        try
        {
            return await outcomes.Reader.WaitToReadAsync(over).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
