namespace NewsDiff.Tracking;

/// <summary>Visits at a fixed interval, forever or until nothing changed for a given time.</summary>
/// <remarks>The tracker keeps the interval exactly and does not spread these visits.</remarks>
public sealed class FixedRevisitPolicy : IRevisitPolicy
{
    private readonly TimeSpan _interval;
    private readonly TimeSpan? _stopAfter;

    /// <summary>Makes a policy.</summary>
    /// <param name="interval">The interval, more than zero.</param>
    /// <param name="stopAfter">The time without change after which visits end, at least zero; null for never.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="interval"/> is zero or less, or <paramref name="stopAfter"/> is negative.
    /// </exception>
    public FixedRevisitPolicy(TimeSpan interval, TimeSpan? stopAfter = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(stopAfter ?? TimeSpan.Zero, TimeSpan.Zero, nameof(stopAfter));
        (_interval, _stopAfter) = (interval, stopAfter);
    }

    /// <inheritdoc/>
    TimeSpan IRevisitPolicy.MinInterval => _interval;

    /// <inheritdoc/>
    TimeSpan IRevisitPolicy.MaxInterval => _interval;

    /// <inheritdoc/>
    public TimeSpan? NextInterval(RevisitFacts facts) => facts.SinceChange > _stopAfter ? null : _interval;
}
