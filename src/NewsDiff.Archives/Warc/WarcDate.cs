using System.Globalization;

namespace NewsDiff.Archives.Warc;

/// <summary>Instants as WARC files write them: W3C dates in UTC.</summary>
internal static class WarcDate
{
    private const string Pattern = "yyyy-MM-dd'T'HH:mm:ss";
    private const int MostDigits = 7;

    /// <summary>Writes an instant, with as many fractional digits as it has.</summary>
    public static string Format(DateTimeOffset value) =>
        value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>
    /// Reads an instant with any fraction of a second, one without a time, or one of 14 digits.
    /// </summary>
    public static bool TryParse(string? text, out DateTimeOffset instant)
    {
        DateTimeOffset? read = text is null ? null : Read(text);
        instant = read.GetValueOrDefault();
        return read is not null;
    }

    private static DateTimeOffset? Read(string text)
    {
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        bool isUtc = rest.EndsWith("Z", StringComparison.OrdinalIgnoreCase);
        rest = isUtc ? rest[..^1] : rest;
        int dot = rest.IndexOf('.');
        if (dot >= 0)
        {
            // The platform keeps seven digits; further ones are cut off.
            ReadOnlySpan<char> digits = rest[(dot + 1)..];
            return digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9')
                ? null
                : At(rest[..dot], [Pattern])?.AddTicks(Ticks(digits));
        }

        return At(rest, [Pattern, "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd", "yyyy-MM", "yyyy", "yyyyMMddHHmmss"]);
    }

    private static DateTimeOffset? At(ReadOnlySpan<char> text, string[] formats) =>
        DateTime.TryParseExact(
            text,
            formats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out DateTime instant)
            ? new DateTimeOffset(instant, TimeSpan.Zero)
            : null;

    private static long Ticks(ReadOnlySpan<char> digits)
    {
        long ticks = 0;
        for (int i = 0; i < MostDigits; i++)
        {
            ticks = (ticks * 10) + (i < digits.Length ? digits[i] - '0' : 0);
        }

        return ticks;
    }
}
