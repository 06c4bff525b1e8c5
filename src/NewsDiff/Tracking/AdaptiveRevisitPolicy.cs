namespace NewsDiff.Tracking;

/// <summary>Visits often after a change, and ever more rarely the longer nothing changes.</summary>
/// <remarks>
/// <para>
/// The interval is <see cref="First"/> plus a fixed share of the time since the last change. On time, that makes each
/// interval <see cref="Growth"/> times the one before; a visit that came early or late does not disturb the sequence.
/// </para>
/// <para>
/// With the defaults, before the tracker spreads them: 30, 36, 43 … minutes; 12 visits in the first day, 23 in the
/// first week, 31 in the first month. The next interval after the 42nd quiet visit, 220 days after the change, would be
/// longer than 40 days: there is none.
/// </para>
/// </remarks>
public sealed class AdaptiveRevisitPolicy : IRevisitPolicy
{
    /// <summary>The preset for feeds: from 15 minutes to 1 hour, for ever.</summary>
    public static AdaptiveRevisitPolicy ForFeeds { get; } = new()
    {
        First = TimeSpan.FromMinutes(15),
        MaxInterval = TimeSpan.FromHours(1),
        StopsPastMaxInterval = false,
    };

    /// <summary>The interval after a change, 1 second to 1 year. The default is 30 minutes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of this range.</exception>
    public TimeSpan First
    {
        get;
        init => field = OptionRange.Check(value, TimeSpan.FromSeconds(1), OptionRange.Year);
    } = TimeSpan.FromMinutes(30);

    /// <summary>The factor between consecutive intervals, 1 to 100. The default is 1.2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of this range.</exception>
    public double Growth { get; init => field = OptionRange.Check(value, 1, 100); } = 1.2;

    /// <summary>The longest interval, 1 second to 1 year. The default is 40 days.</summary>
    /// <remarks>The first interval never exceeds it.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of this range.</exception>
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
