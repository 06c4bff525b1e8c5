namespace NewsDiff.Events;

/// <summary>Keeps how far each handler of events has come.</summary>
/// <remarks>Implementations are safe for concurrent use, even by several processes.</remarks>
public interface IEventDeliveryStore
{
    /// <summary>Claims the delivery to one handler, so that no other process delivers to it.</summary>
    /// <param name="handler">The handler's name; a new one begins at the end of the log.</param>
    /// <param name="now">The time now.</param>
    /// <param name="lease">How long the claim lasts, if it is not saved again.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The delivery with its claim; null when another process holds it.</returns>
    ValueTask<EventDelivery?> ClaimDeliveryAsync(
        string handler, DateTimeOffset now, TimeSpan lease, CancellationToken cancellationToken = default);

    /// <summary>Saves how far a handler has come, and what was put aside.</summary>
    /// <param name="delivery">The delivery; its lease ends at once if it has none.</param>
    /// <param name="deadLetter">The event that was put aside, or null.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>False when another process claimed it meanwhile; nothing is saved then.</returns>
    ValueTask<bool> SaveDeliveryAsync(
        EventDelivery delivery, DeadLetter? deadLetter = null, CancellationToken cancellationToken = default);

    /// <summary>Reads how far each handler has come.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The deliveries, by handler.</returns>
    IAsyncEnumerable<EventDelivery> ReadDeliveriesAsync(CancellationToken cancellationToken = default);
}
