namespace NewsDiff.Tool.Demo;

/// <summary>The demo's clock: it starts on a fixed day, runs normally, and can jump ahead.</summary>
internal sealed class DemoClock : TimeProvider
{
    private readonly TimeProvider _real;
    private readonly long _startedAt;
    private DateTimeOffset _start;

    internal DemoClock(DateTimeOffset start, TimeProvider real)
    {
        _start = start;
        _real = real;
        _startedAt = real.GetTimestamp();
    }

    public override long TimestampFrequency => _real.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _start + _real.GetElapsedTime(_startedAt);

    public override long GetTimestamp() => _real.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        _real.CreateTimer(callback, state, dueTime, period);

    internal void Jump(TimeSpan time) => _start += time;
}
