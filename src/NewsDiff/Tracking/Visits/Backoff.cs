namespace NewsDiff.Tracking.Visits;

/// <summary>How long to wait after failures: each wait doubles.</summary>
/// <remarks>Waits are spread by up to a tenth, so that visits do not bunch.</remarks>
internal static class Backoff
{
    /// <summary>The first wait.</summary>
    public static readonly TimeSpan First = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The first wait for a server that asked to come back later; with the spread it is never less than a quarter of an
    /// hour.
    /// </summary>
    public static readonly TimeSpan FirstAfterHold = TimeSpan.FromMinutes(17);

    /// <summary>
    /// The wait after this many consecutive failures, at most <paramref name="longest"/> before spreading.
    /// </summary>
    public static TimeSpan After(int failures, TimeSpan first, TimeSpan longest, string target, int seed)
    {
        double seconds = Math.Min(first.TotalSeconds * Math.Pow(2, failures - 1), longest.TotalSeconds);
        double spread = 1 - Spread.Share + (2 * Spread.Share * Spread.Of(target, failures, seed));
        return TimeSpan.FromSeconds(Math.Round(seconds * spread));
    }
}
