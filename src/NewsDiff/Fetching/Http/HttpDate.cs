using System.Globalization;

namespace NewsDiff.Fetching.Http;

/// <summary>Reads dates of headers in the three forms of RFC 9110 (5.6.7).</summary>
internal static class HttpDate
{
    private static readonly string[] Forms = ["r", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy"];

    /// <summary>Reads a date.</summary>
    /// <param name="value">The header, or null.</param>
    /// <returns>The date; null when it is not one.</returns>
    public static DateTimeOffset? Read(string? value) => DateTimeOffset.TryParseExact(
        value, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowInnerWhite,
        out DateTimeOffset date)
            ? date
            : null;
}
