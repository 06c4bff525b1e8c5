using System.Globalization;

namespace NewsDiff.Feeds.Reading;

/// <summary>The reading pace that a feed asks for, while its channel is read.</summary>
internal sealed class PaceDraft
{
    private TimeSpan? _timeToLive;
    private TimeSpan? _period;
    private int _frequency = 1;

    /// <summary>The longer interval of <c>ttl</c> and <c>sy:updatePeriod</c>, or null.</summary>
    public TimeSpan? Interval
    {
        get
        {
            TimeSpan? updates = _period / _frequency;
            return updates is null || _timeToLive > updates ? _timeToLive : updates;
        }
    }

    /// <summary>The hours of the day, in UTC, at which it asks not to be read.</summary>
    public SortedSet<int> SkippedHours { get; } = [];

    /// <summary>Reads an element of the channel, if it concerns the pace.</summary>
    public void Read(FeedXmlCursor cursor)
    {
        switch (cursor.Name)
        {
            case "ttl":
                // Some write "60.0", and "0" for no wish.
                bool isMinutes = double.TryParse(
                    cursor.ReadText().Trim(),
                    NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out double minutes);
                _timeToLive = isMinutes && minutes is > 0 and <= int.MaxValue
                    ? TimeSpan.FromMinutes(minutes)
                    : _timeToLive;
                break;
            case "sy:updateperiod":
                _period = Period(cursor.ReadText());
                break;
            case "sy:updatefrequency" when Number(cursor) is { } times:
                _frequency = Math.Max(1, times);
                break;
            case "skiphours":
                ReadHours(cursor);
                break;
        }
    }

    private void ReadHours(FeedXmlCursor cursor)
    {
        int depth = cursor.Depth;
        while (cursor.MoveToChild(depth))
        {
            // Some count to 24 (RSS 0.91), which is midnight again.
            if (cursor.Name == "hour" && Number(cursor) is <= 24 and { } hour)
            {
                SkippedHours.Add(hour % 24);
            }
        }
    }

    private static TimeSpan? Period(ReadOnlySpan<char> text) => text.Trim() switch
    {
        var period when period.Equals("hourly", StringComparison.OrdinalIgnoreCase) => TimeSpan.FromHours(1),
        var period when period.Equals("daily", StringComparison.OrdinalIgnoreCase) => TimeSpan.FromDays(1),
        var period when period.Equals("weekly", StringComparison.OrdinalIgnoreCase) => TimeSpan.FromDays(7),
        var period when period.Equals("monthly", StringComparison.OrdinalIgnoreCase) => TimeSpan.FromDays(30),
        var period when period.Equals("yearly", StringComparison.OrdinalIgnoreCase) => TimeSpan.FromDays(365),
        _ => null,
    };

    private static int? Number(FeedXmlCursor cursor) =>
        int.TryParse(cursor.ReadText().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : null;
}
