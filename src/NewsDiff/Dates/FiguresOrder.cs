namespace NewsDiff.Dates;

/// <summary>Distinguishes day and month in a date such as 3/5/2026.</summary>
internal static class FiguresOrder
{
    /// <summary>Reads a day.</summary>
    /// <param name="year">The year, which comes last.</param>
    /// <param name="figures">The two numbers before it.</param>
    /// <param name="separator">
    /// The separator; a country that writes month/day may use either order with dots or dashes.
    /// </param>
    /// <param name="convention">The convention of the page.</param>
    /// <param name="next">The token after the date.</param>
    /// <param name="weekday">The weekday beside the date, Monday being 1; 0 for none.</param>
    public static DayReading? Read(
        int year,
        (int First, int Second) figures,
        char separator,
        DateOrder convention,
        int next,
        int weekday)
    {
        DateOnly? dayFirst = DayReading.DayOf(year, figures.Second, figures.First);
        DateOnly? monthFirst = DayReading.DayOf(year, figures.First, figures.Second);
        if (dayFirst is not { } one || monthFirst is not { } other || one == other)
        {
            DateOrder shown = dayFirst == monthFirst
                ? DateOrder.Unknown
                : dayFirst is null
                ? DateOrder.MonthFirst
                : DateOrder.DayFirst;
            return (dayFirst ?? monthFirst) is { } only ? new DayReading(only, next, Order: shown) : null;
        }

        if (weekday > 0 && IsOn(one, weekday) != IsOn(other, weekday))
        {
            return IsOn(one, weekday)
                ? new DayReading(one, next, Order: DateOrder.DayFirst)
                : new DayReading(other, next, Order: DateOrder.MonthFirst);
        }

        return (convention, separator) switch
        {
            (DateOrder.MonthFirst, '/') => new DayReading(other, next, one, DateOrder.MonthFirst),
            (DateOrder.DayFirst, _) => new DayReading(one, next, other, DateOrder.DayFirst),
            _ => new DayReading(one, next, other),
        };
    }

    private static bool IsOn(DateOnly day, int weekday) => (int)day.DayOfWeek == weekday % 7;
}
