using System.Threading.Channels;

namespace NewsDiff.Orleans;

/// <summary>The latest outcomes of this silo's grains, for its log, its health check and its handlers.</summary>
/// <remarks>Their number is bounded. Events are in the database, so only the report of a slow silo has gaps.</remarks>
internal sealed class SiloOutcomes
{
    private readonly Channel<CheckOutcome> _outcomes = Channel.CreateBounded<CheckOutcome>(
        new BoundedChannelOptions(4096) { FullMode = BoundedChannelFullMode.DropOldest });

    public ChannelReader<CheckOutcome> Reader => _outcomes.Reader;

    public void Add(CheckOutcome outcome) => _outcomes.Writer.TryWrite(outcome);
}
