namespace NewsDiff.Dates;

/// <summary>The plausible years of a publication date.</summary>
internal static class DateYears
{
    public const int First = 1900;

    /// <summary>The last plausible year.</summary>
    /// <remarks>Later years belong to calendars that are ahead, such as Nepal's by 56 years.</remarks>
    public const int Last = 2069;

    private const int FirstBuddhist = 2500;
    private const int BuddhistEra = 543;

    /// <summary>The Gregorian year of a year shown to readers; 0 when implausible.</summary>
    /// <param name="year">The year, in the Gregorian or the Thai calendar.</param>
    public static int Gregorian(int year)
    {
        int gregorian = year >= FirstBuddhist ? year - BuddhistEra : year;
        return gregorian is >= First and <= Last ? gregorian : 0;
    }

    /// <summary>The Gregorian year of a machine-readable year; 0 when implausible.</summary>
    /// <remarks>
    /// It should be Gregorian, but some servers write their own calendar. The year 1 is an unset time.
    /// </remarks>
    /// <param name="year">The year.</param>
    public static int OfMachine(int year)
    {
        bool isIslamic = year is >= 1300 and < 1500;
        return year >= FirstBuddhist ? Gregorian(year) : year <= 1 || isIslamic ? 0 : year;
    }
}
