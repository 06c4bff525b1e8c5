namespace NewsDiff.Tracking.Metadata;

/// <summary>Compares dates as publishers state them, with more or less precision.</summary>
internal static class StatedDates
{
    /// <summary>How far two statements of a day, or of a time without a zone, may differ.</summary>
    private static readonly TimeSpan FarthestZone = TimeSpan.FromHours(14);

    /// <summary>Offsets from UTC are whole quarters of an hour.</summary>
    private const int MinutesOfOffset = 15;

    /// <summary>Whether two statements may mean the same time.</summary>
    /// <remarks>Seconds do not count: tools round them.</remarks>
    public static bool MayBeSame(ArticleDate left, ArticleDate right)
    {
        DatePrecision precision = left.Precision < right.Precision ? left.Precision : right.Precision;
        if (precision < DatePrecision.Minute)
        {
            return left.Precision == right.Precision
                ? left.Local == right.Local
                : MayBeOnDay(left.Precision < right.Precision ? left : right,
                    left.Precision < right.Precision ? right : left);
        }

        TimeSpan distance = (Minute(left) - Minute(right)).Duration();
        return left.Offset.HasValue == right.Offset.HasValue
            ? distance == TimeSpan.Zero
            : distance <= FarthestZone && distance.TotalMinutes % MinutesOfOffset == 0;
    }

    /// <summary>Whether a statement certainly means an earlier time than another.</summary>
    public static bool IsEarlier(ArticleDate left, ArticleDate right) =>
        !MayBeSame(left, right) && left.ToDateTimeOffset() < right.ToDateTimeOffset();

    /// <summary>Whether a time may be on a day, of a month or year, somewhere in the world.</summary>
    private static bool MayBeOnDay(ArticleDate coarse, ArticleDate fine)
    {
        DateTime end = coarse.Precision switch
        {
            DatePrecision.Year => coarse.Local.AddYears(1),
            DatePrecision.Month => coarse.Local.AddMonths(1),
            _ => coarse.Local.AddDays(1),
        };
        TimeSpan slack = fine.Precision < DatePrecision.Minute ? TimeSpan.Zero : FarthestZone;
        DateTime time = fine.ToDateTimeOffset().UtcDateTime;
        return (fine.Local >= coarse.Local && fine.Local < end)
            || (fine.Offset is not null && time >= coarse.Local - slack && time < end + slack);
    }

    private static DateTime Minute(ArticleDate date)
    {
        DateTime time = date.ToDateTimeOffset().UtcDateTime;
        return time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMinute));
    }
}
