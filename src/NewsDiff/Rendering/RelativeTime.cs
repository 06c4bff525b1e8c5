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
        (bool isAbout, long number, string unit) = Measure(from, to);
        return number == 0 ? $"less than a {unit}" : (isAbout ? "about " : "") + Count(number, unit);
    }

    /// <summary>The distance as a number and a unit, and whether to say "about".</summary>
    /// <returns>0 minutes for less than half a minute.</returns>
    public static (bool IsAbout, long Number, string Unit) Measure(DateTimeOffset from, DateTimeOffset to)
    {
        long minutes = (long)Math.Round((to - from).Duration().TotalMinutes, MidpointRounding.AwayFromZero);
        return minutes switch
        {
            < 45 => (false, minutes, "minute"),
            < 90 => (true, 1, "hour"),
            < Day => (true, Rounded(minutes, Hour), "hour"),
            < 42 * Hour => (false, 1, "day"),
            < Month => (false, Rounded(minutes, Day), "day"),
            < 45 * Day => (true, 1, "month"),
            < 60 * Day => (true, 2, "month"),
            < Year => (false, Rounded(minutes, Month), "month"),
            < Year + (3 * Month) => (true, 1, "year"),
            _ => (true, Rounded(minutes, Year), "year"),
        };
    }

    /// <summary>How much later or earlier an instant is, such as "about 3 hours later".</summary>
    /// <param name="from">The reference instant.</param>
    /// <param name="to">The instant to describe.</param>
    /// <returns>The words.</returns>
    public static string Later(DateTimeOffset from, DateTimeOffset to) =>
        Between(from, to) + (to < from ? " earlier" : " later");

    /// <summary>The words of <see cref="Later"/>, with a place for the number, if any.</summary>
    public static (string English, int? Number) KeyOf(DateTimeOffset from, DateTimeOffset to)
    {
        (bool isAbout, long number, string unit) = Measure(from, to);
        string way = to < from ? "earlier" : "later";
        return number == 0
            ? ($"less than a {unit} {way}", null)
            : ($"{(isAbout ? "about " : "")}{{0}} {unit}s {way}", (int)number);
    }

    private static long Rounded(long minutes, int unit) =>
        Math.Max(1, (long)Math.Round((double)minutes / unit, MidpointRounding.AwayFromZero));

    private static string Count(long number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {unit}{(number == 1 ? "" : "s")}");
}
