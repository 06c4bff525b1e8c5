namespace NewsDiff.Dates;

/// <summary>A time of day that a text states; the default is none.</summary>
/// <param name="Time">The time.</param>
/// <param name="Precision">How exactly it was stated; coarser than a minute when there is no time.</param>
/// <param name="Offset">The stated offset from UTC, or null.</param>
/// <param name="End">The token after it.</param>
internal readonly record struct ClockReading(TimeOnly Time, DatePrecision Precision, TimeSpan? Offset, int End)
{
    /// <summary>The date of a day at this time.</summary>
    public ArticleDate On(DateOnly day) => Precision < DatePrecision.Minute
        ? new ArticleDate(day.ToDateTime(TimeOnly.MinValue), DatePrecision.Day)
        : new ArticleDate(day.ToDateTime(Time), Precision, Offset);
}
