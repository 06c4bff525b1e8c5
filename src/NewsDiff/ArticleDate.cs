using System.Globalization;
using System.Text.Json.Serialization;

namespace NewsDiff;

/// <summary>A date as its publisher stated it: with its precision and offset, never converted.</summary>
/// <remarks>
/// A page that says "3 May" has no time, and one that says "14:20" may have no zone. Turning either into an instant
/// would invent information, and could move the article to another day. The default value is the year 1, with year
/// precision.
/// </remarks>
[JsonConverter(typeof(NewsDiffJsonConverter))]
public readonly record struct ArticleDate
{
    private static readonly TimeSpan MaxOffset = TimeSpan.FromHours(14);

    // Counted from the year, so that the default value has a precision.
    private readonly byte _beyondYear;

    /// <summary>Makes a date.</summary>
    /// <param name="local">The clock reading as stated; its <see cref="DateTime.Kind"/> is ignored.</param>
    /// <param name="precision">How much of the reading was stated.</param>
    /// <param name="offset">
    /// The stated offset from UTC, in whole minutes and at most 14 hours, or null when none was given.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The precision is none, or the offset is more than 14 hours or has a fraction of a minute.
    /// </exception>
    public ArticleDate(DateTime local, DatePrecision precision, TimeSpan? offset = null)
    {
        if (precision is < DatePrecision.Year or > DatePrecision.Second)
        {
            throw new ArgumentOutOfRangeException(
                nameof(precision), precision, "The precision of a date must be one of DatePrecision.");
        }

        if (offset is { } stated && (stated.Duration() > MaxOffset || stated.Ticks % TimeSpan.TicksPerMinute != 0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(offset), offset, "An offset from UTC must be whole minutes, at most 14 hours.");
        }

        _beyondYear = (byte)(precision - DatePrecision.Year);
        Offset = precision >= DatePrecision.Minute ? offset : null;
        Local = Truncate(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), precision);
    }

    /// <summary>The clock reading as stated; parts beyond <see cref="Precision"/> have their smallest value.</summary>
    public DateTime Local { get; }

    /// <summary>How much of <see cref="Local"/> was stated.</summary>
    public DatePrecision Precision => DatePrecision.Year + _beyondYear;

    /// <summary>The stated offset from UTC; null when it, or the time, is unknown.</summary>
    public TimeSpan? Offset { get; }

    /// <summary>Makes a date of an instant with its offset, to the second.</summary>
    /// <param name="value">The instant.</param>
    /// <returns>A date with the precision <see cref="DatePrecision.Second"/>.</returns>
    public static ArticleDate FromDateTimeOffset(DateTimeOffset value) =>
        new(value.DateTime, DatePrecision.Second, value.Offset);

    /// <summary>
    /// Reads what <see cref="ToString"/> writes: ISO 8601 from <c>2026</c> to <c>2026-05-03T14:20:05+02:00</c>.
    /// </summary>
    /// <param name="text">The text to read.</param>
    /// <param name="date">The date, when the text is one.</param>
    /// <returns>Whether the text is a date in that form.</returns>
    public static bool TryParse(string? text, out ArticleDate date)
    {
        date = default;
        if (text is null)
        {
            return false;
        }

        DatePrecision? precision = PrecisionOf(text);
        if (precision is not { } stated)
        {
            return false;
        }

        if (stated < DatePrecision.Minute)
        {
            string format = "yyyy-MM-dd"[..text.Length];
            if (!DateTime.TryParseExact(
                text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day))
            {
                return false;
            }

            date = new ArticleDate(day, stated);
            return true;
        }

        return TryParseTime(text, stated, out date);
    }

    /// <summary>The instant of this date.</summary>
    /// <param name="assumedOffset">
    /// The offset to assume when none was stated, usually <see cref="TimeSpan.Zero"/>.
    /// </param>
    /// <returns>The instant; the beginning of the stated year, month, day or minute.</returns>
    public DateTimeOffset ToDateTimeOffset(TimeSpan assumedOffset = default) => new(Local, Offset ?? assumedOffset);

    /// <summary>ISO 8601 in the stated precision, such as <c>2026-05-03</c> or <c>2026-05-03T14:20+02:00</c>.</summary>
    /// <returns>The text, which <see cref="TryParse"/> reads back.</returns>
    public override string ToString()
    {
        string format = Precision switch
        {
            DatePrecision.Year => "yyyy",
            DatePrecision.Month => "yyyy-MM",
            DatePrecision.Day => "yyyy-MM-dd",
            DatePrecision.Minute => "yyyy-MM-dd'T'HH:mm",
            _ => "yyyy-MM-dd'T'HH:mm:ss",
        };
        string local = Local.ToString(format, CultureInfo.InvariantCulture);
        return Offset is { } offset
            ? local + (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hh\\:mm", CultureInfo.InvariantCulture)
            : local;
    }

    private static DatePrecision? PrecisionOf(string text) => text.Length switch
    {
        4 => DatePrecision.Year,
        7 => DatePrecision.Month,
        10 => DatePrecision.Day,
        16 or 17 or 22 => DatePrecision.Minute,
        > 18 => DatePrecision.Second,
        _ => null,
    };

    private static bool TryParseTime(string text, DatePrecision precision, out ArticleDate date)
    {
        date = default;
        int clock = precision == DatePrecision.Minute ? 16 : 19;
        string format = precision == DatePrecision.Minute ? "yyyy-MM-dd'T'HH:mm" : "yyyy-MM-dd'T'HH:mm:ss";
        if (!DateTime.TryParseExact(
                text[..clock], format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local))
        {
            return false;
        }

        string zone = text[clock..];
        if (zone.Length == 0)
        {
            date = new ArticleDate(local, precision);
            return true;
        }

        if (zone == "Z")
        {
            date = new ArticleDate(local, precision, TimeSpan.Zero);
            return true;
        }

        if (!TimeSpan.TryParseExact(zone[1..], "hh\\:mm", CultureInfo.InvariantCulture, out TimeSpan offset)
            || zone[0] is not ('+' or '-')
            || offset > MaxOffset)
        {
            return false;
        }

        date = new ArticleDate(local, precision, zone[0] == '-' ? -offset : offset);
        return true;
    }

    private static DateTime Truncate(DateTime value, DatePrecision precision) => precision switch
    {
        DatePrecision.Year => new DateTime(value.Year, 1, 1),
        DatePrecision.Month => new DateTime(value.Year, value.Month, 1),
        DatePrecision.Day => value.Date,
        DatePrecision.Minute => value.Date.AddMinutes(Math.Floor(value.TimeOfDay.TotalMinutes)),
        _ => value.Date.AddSeconds(Math.Floor(value.TimeOfDay.TotalSeconds)),
    };
}
