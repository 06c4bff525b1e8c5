namespace NewsDiff.Dates;

/// <summary>The possible meanings of a word in a date.</summary>
/// <param name="Month">The month that it names, from 1; 0 for none.</param>
/// <param name="Weekday">The weekday that it names, Monday being 1; 0 for none.</param>
/// <param name="PersianMonth">The month of the Persian calendar that it names, from 1; 0 for none.</param>
/// <param name="Half">The half of the day that it names.</param>
/// <param name="IslamicMonth">The month of the Islamic calendar that it names, from 1; 0 for none.</param>
/// <param name="IsDisputed">Whether languages disagree about the month; <paramref name="Month"/> is then 0.</param>
internal readonly record struct DateWord(
    byte Month,
    byte Weekday = 0,
    byte PersianMonth = 0,
    byte IslamicMonth = 0,
    DayHalf Half = DayHalf.None,
    bool IsDisputed = false)
{
    /// <summary>Whether languages differ on whether it is a month or a weekday, such as "mar".</summary>
    public bool IsMonthOrWeekday => Month > 0 && Weekday > 0;

    /// <summary>Whether it is only a month.</summary>
    public bool IsMonth => Month > 0 && Weekday == 0;

    /// <summary>Whether it is a month of another calendar than the Gregorian one.</summary>
    public bool IsOtherMonth => PersianMonth > 0 || IslamicMonth > 0;

    /// <summary>Whether it means anything.</summary>
    public bool IsKnown => this != default;
}
