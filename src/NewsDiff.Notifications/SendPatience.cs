using NewsDiff.Hosting;

namespace NewsDiff.Notifications;

/// <summary>Decides when a server that could not take a notification gets it again.</summary>
internal static class SendPatience
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestWanted = TimeSpan.FromHours(6);

    /// <summary>The exception that postpones the notification, or makes it fail when the patience has ended.</summary>
    /// <param name="now">The time now.</param>
    /// <param name="at">When the event was noticed.</param>
    /// <param name="wanted">The wait that the server asked for; null for none.</param>
    /// <param name="patience">How long it is tried.</param>
    /// <param name="reason">Why it could not be sent.</param>
    public static Exception Later(
        DateTimeOffset now, DateTimeOffset at, TimeSpan? wanted, TimeSpan patience, string reason)
    {
        TimeSpan age = now - at;
        if (age >= patience)
        {
            return new TimeoutException($"{reason} It was tried for {patience:c}.");
        }

        // The older the notification, the longer the wait: no count has to be kept.
        TimeSpan wait = wanted is { } asked && asked > TimeSpan.Zero
            ? Min(asked, LongestWanted)
            : Max(ShortestWait, Min(age / 4, LongestWait));
        return new HandlerPostponedException(now + wait, reason);
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
