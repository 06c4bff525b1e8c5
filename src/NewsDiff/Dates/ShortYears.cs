namespace NewsDiff.Dates;

/// <summary>Reads years of two digits.</summary>
internal static class ShortYears
{
    /// <summary>Whether a numeric date with a two-digit year always ends with the year.</summary>
    /// <remarks>
    /// East Asian, Hungarian and some other dates begin with it, as does ISO 8601; Thai and Persian years have other
    /// epochs.
    /// </remarks>
    /// <param name="language">The code of the language, or null.</param>
    /// <param name="separator">The separator of the numbers.</param>
    public static bool AreWrittenLast(string? language, char separator) =>
        language is not ("ja" or "ko" or "zh" or "hu" or "lt" or "lv" or "mn" or "kk" or "eu" or "th" or "fa" or "ne"
            or "am")
        && (separator != '-' || language is not (null or "en" or "sv" or "fr"));

    /// <summary>Expands two digits to a plausible year of this century, otherwise of the last one.</summary>
    /// <param name="year">The two digits.</param>
    public static int ToYear(int year) => year + (year + 2000 <= DateYears.Last ? 2000 : 1900);
}
