using System.Globalization;

namespace NewsDiff.Rendering;

/// <summary>Says how far apart two instants are, in English words.</summary>
internal static class RelativeTime
{
    private const int Hour = 60;
    private const int Day = 24 * Hour;
    private const int Month = 30 * Day;
    private const int Year = 365 * Day;

    /// <summary>The distance between two instants, such as "about 3 hours"; minutes are rounded.</summary>
    /// <param name="from">One instant.</param>
    /// <param name="to">The other instant; their order does not matter.</param>
    /// <returns>The words, without "ago" or "later".</returns>
    public static string Between(DateTimeOffset from, DateTimeOffset to)
    {
        long minutes = (long)Math.Round((to - from).Duration().TotalMinutes, MidpointRounding.AwayFromZero);
        return minutes switch
        {
            < 1 => "less than a minute",
            < 2 => "1 minute",
            < 45 => Count(minutes, "minute"),
            < 90 => "about 1 hour",
            < Day => "about " + Count(Rounded(minutes, Hour), "hour"),
            < 42 * Hour => "1 day",
            < Month => Count(Rounded(minutes, Day), "day"),
            < 45 * Day => "about 1 month",
            < 60 * Day => "about 2 months",
            < Year => Count(Rounded(minutes, Month), "month"),
            < Year + (3 * Month) => "about 1 year",
            _ => "about " + Count(Rounded(minutes, Year), "year"),
        };
    }

    /// <summary>How much later or earlier an instant is, such as "about 3 hours later".</summary>
    /// <param name="from">The reference instant.</param>
    /// <param name="to">The instant to describe.</param>
    /// <returns>The words.</returns>
    public static string Later(DateTimeOffset from, DateTimeOffset to) =>
        Between(from, to) + (to < from ? " earlier" : " later");

    private static long Rounded(long minutes, int unit) =>
        Math.Max(1, (long)Math.Round((double)minutes / unit, MidpointRounding.AwayFromZero));

    private static string Count(long number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {unit}{(number == 1 ? "" : "s")}");
}
