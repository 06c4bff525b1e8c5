namespace NewsDiff.Dates;

/// <summary>A time of day that a text states; none by default.</summary>
/// <param name="Time">The time.</param>
/// <param name="Precision">Its precision; coarser than a minute when there is no time.</param>
/// <param name="Offset">The stated offset from UTC, or null.</param>
/// <param name="End">The token after it.</param>
internal readonly record struct ClockReading(TimeOnly Time, DatePrecision Precision, TimeSpan? Offset, int End)
{
    /// <summary>This time on a given day.</summary>
    public ArticleDate On(DateOnly day) => Precision < DatePrecision.Minute
        ? new ArticleDate(day.ToDateTime(TimeOnly.MinValue), DatePrecision.Day)
        : new ArticleDate(day.ToDateTime(Time), Precision, Offset);
}
