using NewsDiff.Dates;

namespace NewsDiff.Extraction.Fields;

/// <summary>Reads years of two digits.</summary>
internal static class ShortYears
{
    /// <summary>Whether a date in figures with such a year can only end with it.</summary>
    /// <remarks>
    /// East Asians, Hungarians and others begin with it, Thais and Persians count from other beginnings, and between dashes ISO 8601 begins with it too.
    /// </remarks>
    /// <param name="language">The code of the language, or null.</param>
    /// <param name="separator">What parts the numbers.</param>
    public static bool AreWrittenLast(string? language, char separator) =>
        language is not ("ja" or "ko" or "zh" or "hu" or "lt" or "lv" or "mn" or "kk" or "eu" or "th" or "fa" or "ne" or "am")
        && (separator != '-' || language is not (null or "en" or "sv" or "fr"));

    /// <summary>The year of this century up to the last that is read; others of the one before.</summary>
    /// <param name="year">The two digits.</param>
    public static int ToYear(int year) => year + (year + 2000 <= DateYears.Last ? 2000 : 1900);
}
