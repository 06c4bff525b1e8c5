using Microsoft.Extensions.Logging;
using Npgsql;

namespace NewsDiff.PostgreSql;

/// <summary>Waits for an unavailable server, and logs its first failure and its return once each.</summary>
/// <param name="most">How long each call waits.</param>
/// <param name="clock">Times the waits.</param>
/// <param name="logger">The log.</param>
internal sealed class PostgreSqlOutage(TimeSpan most, TimeProvider clock, ILogger logger)
{
    /// <summary>The first and the longest delay between two attempts, in milliseconds.</summary>
    private const int FirstWait = 50;

    private const int LongestWait = 6400;
    private const int Never = 0;

    private long _awaySince = Never;
    private volatile bool _isForWritesOnly;

    /// <summary>The current timestamp, for <see cref="MayWait"/>.</summary>
    public long Start() => clock.GetTimestamp();

    /// <summary>Whether a call that began then may try again.</summary>
    public bool MayWait(long start) => clock.GetElapsedTime(start) < most;

    /// <summary>Waits before the next attempt.</summary>
    public Task WaitAsync(int attempt, CancellationToken cancellationToken) => Task.Delay(
        TimeSpan.FromMilliseconds(Math.Min(LongestWait, FirstWait << Math.Min(attempt, 10))), clock, cancellationToken);

    /// <summary>Notes that the server is unavailable.</summary>
    /// <param name="fault">Its answer, or the reason why there was none.</param>
    /// <param name="isForWritesOnly">Whether it still answers reads.</param>
    public void Began(NpgsqlException fault, bool isForWritesOnly)
    {
        _isForWritesOnly = isForWritesOnly;
        if (Interlocked.CompareExchange(ref _awaySince, Math.Max(1, clock.GetTimestamp()), Never) == Never)
        {
            logger.ServerIsAway(fault.InnerException?.Message ?? fault.Message, most, fault);
        }
    }

    /// <summary>Notes that the server did some work.</summary>
    public void Ended(bool isWrite)
    {
        if ((isWrite || !_isForWritesOnly)
            && Volatile.Read(ref _awaySince) is not Never
            && Interlocked.Exchange(ref _awaySince, Never) is var since and not Never)
        {
            logger.ServerIsBack(clock.GetElapsedTime(since));
        }
    }
}
