namespace NewsDiff.Tracking.Visits;

/// <summary>A permanent redirect that was seen on one day only.</summary>
/// <param name="Url">Where it leads.</param>
/// <param name="At">When it was first seen.</param>
internal sealed record PendingMove(string Url, DateTimeOffset At)
{
    /// <summary>The address to visit after a sight, and the redirect that must be seen again, if any.</summary>
    /// <param name="url">The address that was visited.</param>
    /// <param name="movedTo">Where it redirects permanently; null when it does not.</param>
    /// <param name="pending">The redirect that was seen before, or null.</param>
    /// <param name="now">The time of the visit.</param>
    public static (Uri Url, PendingMove? Pending) Settle(
        Uri url, Uri? movedTo, PendingMove? pending, DateTimeOffset now)
    {
        if (movedTo is null || movedTo == url)
        {
            return (url, null);
        }

        DateTimeOffset first = pending?.Url == movedTo.AbsoluteUri ? OtherDay.Since(pending.At, now) : now;
        return OtherDay.Is(first, now) ? (movedTo, null) : (url, new PendingMove(movedTo.AbsoluteUri, first));
    }
}
