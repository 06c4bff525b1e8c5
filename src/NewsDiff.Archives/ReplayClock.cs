using NewsDiff.Tracking;

namespace NewsDiff.Archives;

/// <summary>A clock that shows the time of a replayed run.</summary>
internal sealed class ReplayClock(DateTimeOffset start) : PastClock
{
    private long _utcTicks = start.UtcTicks;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _utcTicks), TimeSpan.Zero);

    /// <summary>Sets the clock.</summary>
    public void MoveTo(DateTimeOffset time) => Interlocked.Exchange(ref _utcTicks, time.UtcTicks);
}
