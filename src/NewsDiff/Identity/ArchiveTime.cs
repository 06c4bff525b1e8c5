using System.Globalization;

namespace NewsDiff.Identity;

/// <summary>Times as web archives write them: up to 14 digits, in UTC.</summary>
internal static class ArchiveTime
{
    private const string Full = "yyyyMMddHHmmss";

    /// <summary>The substitutes for missing digits.</summary>
    private const string Least = "00010101000000";

    /// <summary>Writes 14 digits.</summary>
    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString(Full, CultureInfo.InvariantCulture);

    /// <summary>Reads 4 to 14 digits; missing ones get their smallest value.</summary>
    /// <returns>The time; null when the text is not one.</returns>
    public static DateTimeOffset? Read(string digits)
    {
        if (digits.Length is < 4 or > 14)
        {
            return null;
        }

        string whole = digits + Least[digits.Length..];
        return DateTime.TryParseExact(
            whole,
            Full,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out DateTime time)
            ? new DateTimeOffset(time, TimeSpan.Zero)
            : null;
    }
}
