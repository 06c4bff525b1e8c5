using Microsoft.Extensions.Time.Testing;

namespace NewsDiff.Testing;

/// <summary>A clock that only a test moves, and that knows when code waits for it.</summary>
/// <remarks>A test must wait for the code's timers: moving the clock before the code sleeps has no effect.</remarks>
public sealed class ManualTimeProvider(DateTimeOffset? start = null)
    : FakeTimeProvider(start ?? new DateTimeOffset(2026, 5, 3, 12, 0, 0, TimeSpan.Zero))
{
    /// <summary>How long a wait may take before the test fails, so that it never hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Lock _gate = new();
    private readonly HashSet<CountedTimer> _pending = [];
    private readonly List<(int Count, TaskCompletionSource Waiter)> _waiters = [];

    /// <summary>The current time.</summary>
    public DateTimeOffset Now => GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new CountedTimer(this);
        timer.Inner = base.CreateTimer(
            _ => timer.Run(callback, state), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Waits until this many timers (delays, periods) are pending.</summary>
    /// <remarks>A test then knows that the code waits.</remarks>
    public Task WaitForTimersAsync(int count = 1, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (_pending.Count >= count)
            {
                return Task.CompletedTask;
            }

            var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((count, waiter));
            return waiter.Task.WaitAsync(Patience, cancellationToken);
        }
    }

    private void Note(CountedTimer timer, bool isPending)
    {
        lock (_gate)
        {
            _ = isPending ? _pending.Add(timer) : _pending.Remove(timer);
            _waiters.RemoveAll(wait => _pending.Count >= wait.Count && wait.Waiter.TrySetResult());
        }
    }

    /// <summary>A timer that is counted only once it waits, so that no test moves the clock too soon.</summary>
    private sealed class CountedTimer(ManualTimeProvider clock) : ITimer
    {
        private TimeSpan _period;
        private int _runs;

        public ITimer Inner { get; set; } = null!;

        public void Run(TimerCallback callback, object? state)
        {
            lock (clock._gate)
            {
                _runs++;
                clock.Note(this, isPending: _period > TimeSpan.Zero);
            }

            callback(state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            int runs = _runs;
            _period = period;
            bool isChanged = Inner.Change(dueTime, period);
            lock (clock._gate)
            {
                // It may have run already, at once or on the thread that moves the clock.
                bool waits = dueTime != Timeout.InfiniteTimeSpan && (runs == _runs || period > TimeSpan.Zero);
                clock.Note(this, waits);
            }

            return isChanged;
        }

        public void Dispose()
        {
            clock.Note(this, isPending: false);
            Inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
