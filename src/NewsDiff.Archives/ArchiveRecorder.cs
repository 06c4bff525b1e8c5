using NewsDiff.Fetching;

namespace NewsDiff.Archives;

/// <summary>Keeps the answers that servers give to a host's trackers.</summary>
internal sealed class ArchiveRecorder(IPageArchive archive, TimeProvider? timeProvider) : IExchangeRecorder
{
    /// <inheritdoc/>
    public HttpMessageHandler Wrap(HttpMessageHandler network) => new RecordingHandler(archive, network, timeProvider);
}
