namespace NewsDiff.Tracking;

/// <summary>A store with a clock that all its processes share.</summary>
/// <remarks>A tracker plans visits by it, so that the clocks of machines may differ.</remarks>
public interface IStoreClock
{
    /// <summary>Reads the store's clock.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The time now, in UTC.</returns>
    ValueTask<DateTimeOffset> ReadClockAsync(CancellationToken cancellationToken = default);
}
