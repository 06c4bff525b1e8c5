using System.Globalization;

namespace NewsDiff.Research.Import;

/// <summary>Reads the times that sources write.</summary>
internal static class SourceTime
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mmK",
        "yyyy-MM-dd", "yyyyMMddHHmmss",
    ];

    /// <summary>Reads a time; without an offset it is in UTC.</summary>
    /// <returns>The time; null when it is none, or neither past nor since the web began.</returns>
    internal static DateTimeOffset? Read(string? text, TimeProvider clock)
    {
        ReadOnlySpan<char> written = text.AsSpan().Trim();
        written = written.EndsWith(" UTC", StringComparison.Ordinal) ? written[..^4] : written;
        return DateTimeOffset.TryParseExact(
            written,
            Formats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out DateTimeOffset time)
            ? Plausible(time, clock)
            : ReadSeconds(written, clock);
    }

    /// <summary>What is wrong with a time that <see cref="Read"/> refused.</summary>
    internal static string Describe(string? text)
    {
        const int MaxShown = 40;
        return string.IsNullOrWhiteSpace(text)
            ? "It has no time."
            : FormattableString.Invariant(
                $"Its time '{text[..Math.Min(text.Length, MaxShown)]}' is no time between {ImportLimits.FirstYear} and now.");
    }

    /// <summary>A time, unless it is before the web or more than a day ahead.</summary>
    internal static DateTimeOffset? Plausible(DateTimeOffset time, TimeProvider clock) =>
        time.UtcDateTime.Year >= ImportLimits.FirstYear && time <= clock.GetUtcNow().AddDays(1) ? time : null;

    // Seconds since 1970, as SQLite and Python write them.
    private static DateTimeOffset? ReadSeconds(ReadOnlySpan<char> text, TimeProvider clock) =>
        double.TryParse(
            text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds)
        && seconds is > 0 and < uint.MaxValue
            ? Plausible(DateTimeOffset.UnixEpoch.AddMilliseconds(Math.Round(seconds * 1000)), clock)
            : null;
}
