namespace NewsDiff.Events;

/// <summary>What happened to all articles, in the order in which it became readable.</summary>
/// <remarks>
/// An implementation writes an event in the same transaction as the append or the visit that it reports, so that both
/// are stored, or neither is. A reader that continues after the last event it read misses none, even if many processes
/// write.
/// </remarks>
public interface IEventLog
{
    /// <summary>Reads events as a stream.</summary>
    /// <param name="query">Which events, and their order.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The events that are readable when the read begins.</returns>
    IAsyncEnumerable<ArticleEvent> ReadEventsAsync(EventQuery query, CancellationToken cancellationToken = default);

    /// <summary>Finds the end of the log, where readers of new events begin.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>A place after all readable events and before all others.</returns>
    ValueTask<EventCursor> FindEndAsync(CancellationToken cancellationToken = default);
}
