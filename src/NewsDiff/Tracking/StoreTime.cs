namespace NewsDiff.Tracking;

/// <summary>Corrects a tracker's clock by the clock of a store that other processes share.</summary>
/// <remarks>
/// Only a clock that runs like the machine's, but is set differently, is corrected. A clock with timestamps of its own
/// belongs to a test or a simulation, and one that is days away belongs to a repeated run.
/// </remarks>
internal sealed class StoreTime(TimeProvider clock, IStoreClock? store)
{
    /// <summary>The smallest corrected difference: time services keep clocks closer than this.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    /// <summary>A larger difference than a wrong time zone makes.</summary>
    private static readonly TimeSpan Most = TimeSpan.FromDays(1);

    private long _correction;

    /// <summary>The time that all processes on the store share.</summary>
    public DateTimeOffset Now => clock.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _correction));

    /// <summary>Compares the clocks.</summary>
    public async ValueTask CompareAsync(CancellationToken cancellationToken)
    {
        if (store is null || clock is PastClock || !RunsLikeTheMachine())
        {
            return;
        }

        DateTimeOffset before = clock.GetUtcNow();
        DateTimeOffset there = await store.ReadClockAsync(cancellationToken).ConfigureAwait(false);
        DateTimeOffset middle = before + ((clock.GetUtcNow() - before) / 2);
        TimeSpan difference = there - middle;
        bool isWrong = difference.Duration() >= Least && difference.Duration() < Most;
        Interlocked.Exchange(ref _correction, isWrong ? difference.Ticks : 0);
    }

    private bool RunsLikeTheMachine()
    {
        long before = TimeProvider.System.GetTimestamp();
        long own = clock.GetTimestamp();
        return own >= before && own <= TimeProvider.System.GetTimestamp();
    }
}
