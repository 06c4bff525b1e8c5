using System.Globalization;

namespace NewsDiff.Dates;

/// <summary>Reads the seconds or milliseconds since 1970 that scripts state as a date.</summary>
internal static class EpochDate
{
    private const int LengthOfSeconds = 10;
    private const int LengthOfMilliseconds = 13;

    /// <summary>Reads ten or thirteen digits that begin with 1: an instant between 2001 and 2033.</summary>
    /// <remarks>Other dates without separators have 8, 12 or 14 digits.</remarks>
    public static ArticleDate? Read(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length is not (LengthOfSeconds or LengthOfMilliseconds) || text[0] != '1'
            || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long count))
        {
            return null;
        }

        long seconds = text.Length == LengthOfSeconds ? count : count / 1000;
        return ArticleDate.FromDateTimeOffset(DateTimeOffset.FromUnixTimeSeconds(seconds));
    }
}
