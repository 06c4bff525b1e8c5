namespace NewsDiff.Tracking;

/// <summary>Visits often after a change, and less often the longer nothing changes.</summary>
/// <remarks>
/// <para> The interval is <see cref="First"/> plus a fixed share of the time since the last change. Without delays,
/// each interval is <see cref="Growth"/> times the previous one; an early or late visit does not disturb the sequence.
/// </para> <para> With the defaults, before the tracker spreads them: 30, 36, 43 … minutes; 12 visits in the first day,
/// 23 in the first week, 31 in the first month. After the 42nd visit without a change, 220 days after the change, the
/// next interval would exceed 40 days, so visits end. </para>
/// </remarks>
public sealed class AdaptiveRevisitPolicy : IRevisitPolicy
{
    /// <summary>The preset for feeds: 15 minutes to 1 hour, without end.</summary>
    public static AdaptiveRevisitPolicy ForFeeds { get; } = new()
    {
        First = TimeSpan.FromMinutes(15),
        MaxInterval = TimeSpan.FromHours(1),
        StopsPastMaxInterval = false,
    };

    /// <summary>The interval after a change, 1 second to 1 year. The default is 30 minutes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public TimeSpan First
    {
        get;
        init => field = OptionRange.Check(value, TimeSpan.FromSeconds(1), OptionRange.Year);
    } = TimeSpan.FromMinutes(30);

    /// <summary>The factor between consecutive intervals, 1 to 100. The default is 1.2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public double Growth { get; init => field = OptionRange.Check(value, 1, 100); } = 1.2;

    /// <summary>The longest interval, 1 second to 1 year. The default is 40 days.</summary>
    /// <remarks>The first interval never exceeds it.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public TimeSpan MaxInterval
    {
        get;
        init => field = OptionRange.Check(value, TimeSpan.FromSeconds(1), OptionRange.Year);
    } = TimeSpan.FromDays(40);

    /// <summary>Whether visits end when a longer interval would be due. The default is true.</summary>
    public bool StopsPastMaxInterval { get; init; } = true;

    /// <inheritdoc/>
    TimeSpan IRevisitPolicy.MinInterval => First < MaxInterval ? First : MaxInterval;

    /// <inheritdoc/>
    public TimeSpan? NextInterval(RevisitFacts facts)
    {
        double seconds = Math.Min(First.TotalSeconds, MaxInterval.TotalSeconds)
            + ((Growth - 1) * Math.Max(0, facts.SinceChange.TotalSeconds));
        if (seconds <= MaxInterval.TotalSeconds)
        {
            return TimeSpan.FromSeconds(Math.Round(seconds));
        }

        return StopsPastMaxInterval ? null : MaxInterval;
    }
}
