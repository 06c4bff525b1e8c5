namespace NewsDiff.Events;

/// <summary>Keeps the events that handlers failed to handle, until they are removed.</summary>
/// <remarks><see cref="IEventDeliveryStore.SaveDeliveryAsync"/> adds them.</remarks>
public interface IDeadLetterStore
{
    /// <summary>Reads what was put aside.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The dead letters, by handler and place.</returns>
    IAsyncEnumerable<DeadLetter> ReadDeadLettersAsync(CancellationToken cancellationToken = default);

    /// <summary>Removes a dead letter that has been dealt with.</summary>
    /// <param name="deadLetter">The dead letter; its handler and place identify it.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>False when there was none.</returns>
    ValueTask<bool> RemoveDeadLetterAsync(DeadLetter deadLetter, CancellationToken cancellationToken = default);
}
