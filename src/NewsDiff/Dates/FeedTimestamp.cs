using System.Globalization;

namespace NewsDiff.Dates;

/// <summary>Reads dates of feeds that are digits only.</summary>
internal static class FeedTimestamp
{
    private const int Seconds = 10;
    private const int Milliseconds = 13;

    /// <summary>Reads seconds or milliseconds since 1970, and <c>20260503142005</c>.</summary>
    /// <remarks>Seconds and milliseconds begin with 1 until 2033, which no other form does.</remarks>
    /// <param name="digits">The digits.</param>
    /// <returns>The date; null when the digits have another form.</returns>
    public static ArticleDate? Read(ReadOnlySpan<char> digits)
    {
        if (digits is ['1', ..] && digits.Length is Seconds or Milliseconds)
        {
            long number = long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
            return ArticleDate.FromDateTimeOffset(
                digits.Length == Seconds
                    ? DateTimeOffset.FromUnixTimeSeconds(number)
                    : DateTimeOffset.FromUnixTimeMilliseconds(number));
        }

        bool hasSeconds = digits.Length == "yyyyMMddHHmmss".Length;
        return DateTime.TryParseExact(
            digits,
            hasSeconds ? "yyyyMMddHHmmss" : "yyyyMMddHHmm",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out DateTime time) && DateYears.OfMachine(time.Year) != 0
            ? new ArticleDate(time, hasSeconds ? DatePrecision.Second : DatePrecision.Minute)
            : null;
    }
}
