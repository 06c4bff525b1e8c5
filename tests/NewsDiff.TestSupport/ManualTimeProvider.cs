namespace NewsDiff.TestSupport;

/// <summary>A clock that stands still until a test moves it; timers run on the thread that does.</summary>
/// <remarks>
/// <c>FakeTimeProvider</c> of Microsoft.Extensions.TimeProvider.Testing does not tell when a timer begins to wait.
/// Tests of politeness need that (<see cref="WaitForTimersAsync"/>): a clock that is moved before the code sleeps moves
/// nothing.
/// </remarks>
public sealed class ManualTimeProvider(DateTimeOffset? start = null) : TimeProvider
{
    /// <summary>A test that waits for what never comes fails, rather than hanging.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly List<(int Count, TaskCompletionSource Waiter)> _waiters = [];
    private DateTimeOffset _now = start ?? new DateTimeOffset(2026, 5, 3, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A second has as many ticks as a <see cref="TimeSpan"/>'s.</summary>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Always UTC, so that tests do not depend on the machine.</summary>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>What the clock shows.</summary>
    public DateTimeOffset Now
    {
        get
        {
            lock (_gate)
            {
                return _now;
            }
        }
    }

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => Now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock forward and runs what falls due on the way, in order, each at its own time.</summary>
    public void Advance(TimeSpan time)
    {
        DateTimeOffset end = Now + time;
        while (TakeNext(end) is { } timer)
        {
            timer.Run();
        }
    }

    /// <summary>
    /// Waits until so many timers (delays, periods) are pending, so that a test knows that code has gone to sleep.
    /// </summary>
    public Task WaitForTimersAsync(int count = 1, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (_timers.Count >= count)
            {
                return Task.CompletedTask;
            }

            var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((count, waiter));
            return waiter.Task.WaitAsync(Patience, cancellationToken);
        }
    }

    private ManualTimer? TakeNext(DateTimeOffset end)
    {
        lock (_gate)
        {
            ManualTimer? next = _timers.Where(timer => timer.DueAt <= end).MinBy(timer => timer.DueAt);
            DateTimeOffset reached = next?.DueAt ?? end;
            _now = reached > _now ? reached : _now;
            if (next is not null && next.Period <= TimeSpan.Zero)
            {
                _timers.Remove(next);
            }
            else if (next is not null)
            {
                next.DueAt += next.Period;
            }

            return next;
        }
    }

    private bool Schedule(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return true;
            }

            (timer.DueAt, timer.Period) = (_now + dueTime, period);
            _timers.Add(timer);
            _waiters.RemoveAll(wait => _timers.Count >= wait.Count && wait.Waiter.TrySetResult());
            return true;
        }
    }

    private void Remove(ManualTimer timer)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
        }
    }

    private sealed class ManualTimer(ManualTimeProvider clock, Action run) : ITimer
    {
        public DateTimeOffset DueAt { get; set; }

        public TimeSpan Period { get; set; }

        public void Run() => run();

        public bool Change(TimeSpan dueTime, TimeSpan period) => clock.Schedule(this, dueTime, period);

        public void Dispose() => clock.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
