namespace NewsDiff.Dates;

/// <summary>Which years a date of publication may be in.</summary>
internal static class DateYears
{
    public const int First = 1900;

    /// <summary>Later years are of calendars that are ahead, such as that of Nepal by 56 years.</summary>
    public const int Last = 2069;

    private const int FirstBuddhist = 2500;
    private const int BuddhistEra = 543;

    /// <summary>The Gregorian year that a text for readers states; 0 when no article is of it.</summary>
    /// <param name="year">The year, by the Gregorian calendar or that of Thailand.</param>
    public static int Gregorian(int year)
    {
        int gregorian = year >= FirstBuddhist ? year - BuddhistEra : year;
        return gregorian is >= First and <= Last ? gregorian : 0;
    }

    /// <summary>The Gregorian year that a text for machines states; 0 when it states none.</summary>
    /// <remarks>It is Gregorian by definition, but some servers write their own calendar; the year 1 is that of a time that was not set.</remarks>
    /// <param name="year">The year.</param>
    public static int OfMachine(int year)
    {
        bool isIslamic = year is >= 1300 and < 1500;
        return year >= FirstBuddhist ? Gregorian(year) : year <= 1 || isIslamic ? 0 : year;
    }
}
