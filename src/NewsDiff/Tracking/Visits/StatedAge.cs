namespace NewsDiff.Tracking.Visits;

/// <summary>How old an article is by the dates that it states.</summary>
/// <remarks>
/// The latest date counts, and the latest instant that it may mean: an article must not be taken for older than it is.
/// </remarks>
internal static class StatedAge
{
    /// <summary>Dates before the web are unset times, or dates of something else.</summary>
    private const int FirstYear = 1990;

    /// <summary>An age below this counts as none: many sites state a wrong zone.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromHours(12);

    /// <summary>The zone in which a day ends last.</summary>
    private static readonly TimeSpan LastZone = TimeSpan.FromHours(-12);

    /// <summary>The age by the latest of some dates; null when none is plausible.</summary>
    /// <param name="now">The time from which to count.</param>
    /// <param name="dates">The dates; one in the future makes the age zero.</param>
    public static TimeSpan? Of(DateTimeOffset now, params ReadOnlySpan<ArticleDate?> dates)
    {
        TimeSpan? age = null;
        foreach (ArticleDate? date in dates)
        {
            if (date is { } stated && stated.Local.Year >= FirstYear)
            {
                age = Younger(age, SinceEndOf(stated, now));
            }
        }

        return age;
    }

    /// <summary>The smaller of two ages; an unknown one does not count.</summary>
    public static TimeSpan? Younger(TimeSpan? left, TimeSpan? right) =>
        left is null || right < left ? right : left;

    private static TimeSpan SinceEndOf(ArticleDate date, DateTimeOffset now)
    {
        // Compared before anything is added: the last year has no end.
        if (date.Local.Year > now.Year)
        {
            return TimeSpan.Zero;
        }

        DateTime end = date.Precision switch
        {
            DatePrecision.Year => date.Local.AddYears(1),
            DatePrecision.Month => date.Local.AddMonths(1),
            DatePrecision.Day => date.Local.AddDays(1),
            _ => date.Local,
        };
        TimeSpan age = now.UtcDateTime - (end - (date.Offset ?? LastZone));
        return age >= Least ? age : TimeSpan.Zero;
    }
}
