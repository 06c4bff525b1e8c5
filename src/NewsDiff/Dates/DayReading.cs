using System.Globalization;

namespace NewsDiff.Dates;

/// <summary>A day that a text states.</summary>
/// <param name="Day">The day.</param>
/// <param name="Next">The token after it.</param>
/// <param name="Swapped">The day with day and month swapped, when the text is ambiguous; otherwise null.</param>
/// <param name="Order">The order that the numbers show, or in which they were read.</param>
internal readonly record struct DayReading(
    DateOnly Day,
    int Next,
    DateOnly? Swapped = null,
    DateOrder Order = DateOrder.Unknown)
{
    private static readonly PersianCalendar Persian = new();
    private static readonly UmAlQuraCalendar Islamic = new();

    /// <summary>Creates a reading with a Gregorian or Buddhist year; null for an invalid day.</summary>
    public static DayReading? Of(int year, int month, int day, int next) =>
        DayOf(year, month, day) is { } found ? new DayReading(found, next) : null;

    /// <summary>Creates a reading of a Persian day; null for an invalid day.</summary>
    public static DayReading? OfPersian(int year, int month, int day, int next) =>
        month is >= 1 and <= 12 && day >= 1 && day <= Persian.GetDaysInMonth(year, month)
            ? new DayReading(DateOnly.FromDateTime(Persian.ToDateTime(year, month, day, 0, 0, 0, 0)), next)
            : null;

    /// <summary>Creates a reading of a day of the Islamic calendar; null for an invalid day.</summary>
    /// <remarks>By the calendar of Umm al-Qura; where people watch for the moon, it may differ by a day.</remarks>
    public static DayReading? OfIslamic(int year, int month, int day, int next) =>
        month is >= 1 and <= 12 && day >= 1 && day <= Islamic.GetDaysInMonth(year, month)
            ? new DayReading(DateOnly.FromDateTime(Islamic.ToDateTime(year, month, day, 0, 0, 0, 0)), next)
            : null;

    /// <summary>The date of a year, month and day; null for an invalid one.</summary>
    public static DateOnly? DayOf(int year, int month, int day)
    {
        year = DateYears.Gregorian(year);
        return year == 0 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            ? null
            : new DateOnly(year, month, day);
    }
}
