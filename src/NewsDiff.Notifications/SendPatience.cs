using NewsDiff.Hosting;

namespace NewsDiff.Notifications;

/// <summary>Decides when a notification that could not be sent is retried.</summary>
/// <remarks>Waits grow with each failure in a row. Only one call is made at a time, so nothing is locked.</remarks>
/// <param name="patience">How long after its event a notification is tried.</param>
/// <param name="clock">The clock.</param>
internal sealed class SendPatience(TimeSpan patience, TimeProvider clock)
{
    private const int MostDoublings = 9;
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWanted = TimeSpan.FromHours(6);

    private int _failures;

    /// <summary>Notes that the server took a notification.</summary>
    public void Succeed() => _failures = 0;

    /// <summary>
    /// Creates the exception that postpones the notification, or fails it once the patience has ended.
    /// </summary>
    /// <param name="at">When the event was noticed.</param>
    /// <param name="wanted">The wait that the server asked for; null for none.</param>
    /// <param name="reason">Why it could not be sent.</param>
    public Exception Later(DateTimeOffset at, TimeSpan? wanted, string reason)
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (now - at >= patience)
        {
            return new TimeoutException($"{reason} It was tried for {patience:c}.");
        }

        TimeSpan wait = FirstWait * Math.Pow(2, Math.Min(_failures++, MostDoublings));
        if (wanted > wait)
        {
            wait = wanted.Value < LongestWanted ? wanted.Value : LongestWanted;
        }

        return new HandlerPostponedException(now + wait, reason);
    }
}
