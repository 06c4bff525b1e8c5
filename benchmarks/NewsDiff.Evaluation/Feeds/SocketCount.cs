using System.Diagnostics.Tracing;

namespace NewsDiff.Evaluation.Feeds;

/// <summary>
/// Counts the connections and look-ups of names that the process makes, as the platform reports them.
/// </summary>
internal sealed class SocketCount : EventListener
{
    private int _total;

    /// <summary>How many there were since it was made.</summary>
    public int Total => _total;

    /// <inheritdoc/>
    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name is "System.Net.Sockets" or "System.Net.NameResolution")
        {
            EnableEvents(eventSource, EventLevel.Informational);
        }
    }

    /// <inheritdoc/>
    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName is "ConnectStart" or "ResolutionStart")
        {
            Interlocked.Increment(ref _total);
        }
    }
}
