using System.Threading.Channels;

namespace NewsDiff.Orleans;

/// <summary>What the grains of this silo have just seen, for its log, its health check and its handlers.</summary>
/// <remarks>It is bounded: what happened is in the database, and only the report of a late silo has gaps.</remarks>
internal sealed class SiloOutcomes
{
    private readonly Channel<CheckOutcome> _outcomes = Channel.CreateBounded<CheckOutcome>(
        new BoundedChannelOptions(4096) { FullMode = BoundedChannelFullMode.DropOldest });

    public ChannelReader<CheckOutcome> Reader => _outcomes.Reader;

    public void Add(CheckOutcome outcome) => _outcomes.Writer.TryWrite(outcome);
}
