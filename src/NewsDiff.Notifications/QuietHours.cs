namespace NewsDiff.Notifications;

/// <summary>Hours of each day in which nothing is sent.</summary>
/// <remarks>Notifications of events during these hours are sent when the hours end.</remarks>
public sealed record QuietHours
{
    /// <summary>When they begin, by the clock of the zone.</summary>
    public required TimeOnly From { get; init; }

    /// <summary>When they end; earlier than <see cref="From"/> for a night.</summary>
    public required TimeOnly Until { get; init; }

    /// <summary>The time zone. The default is UTC.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Finds the end of the quiet hours.</summary>
    /// <param name="now">The time now.</param>
    /// <returns>Their end, after now; null when now is not in them.</returns>
    public DateTimeOffset? FindEnd(DateTimeOffset now)
    {
        DateTimeOffset local = TimeZoneInfo.ConvertTime(now, Zone);
        if (!TimeOnly.FromTimeSpan(local.TimeOfDay).IsBetween(From, Until))
        {
            return null;
        }

        DateTime end = local.Date + Until.ToTimeSpan();
        end = end > local.DateTime ? end : end.AddDays(1);

        // A clock that is set forward may skip the end: the first moment after it counts.
        while (Zone.IsInvalidTime(end))
        {
            end = end.AddMinutes(15);
        }

        return new DateTimeOffset(end, Zone.GetUtcOffset(end)).ToUniversalTime();
    }
}
