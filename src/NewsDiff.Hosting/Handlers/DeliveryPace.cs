namespace NewsDiff.Hosting.Handlers;

/// <summary>How often and when an event that failed is tried again.</summary>
internal static class DeliveryPace
{
    /// <summary>The attempts after which an event is put aside; they span more than an hour.</summary>
    public const int MaxAttempts = 12;

    /// <summary>How long a process may be silent until another one delivers in its place.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>How often the lease is renewed while a handler works.</summary>
    public static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(10);

    /// <summary>How often to look for events that other processes wrote.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>The wait before the next attempt: 1 second, then twice as long each time.</summary>
    public static TimeSpan WaitAfter(int failures)
    {
        double seconds = Math.Pow(2, Math.Min(failures, MaxAttempts) - 1);
        return seconds < LongestWait.TotalSeconds ? TimeSpan.FromSeconds(seconds) : LongestWait;
    }
}
