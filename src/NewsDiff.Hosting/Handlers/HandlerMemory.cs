using System.Text.Json;
using NewsDiff.Events;

namespace NewsDiff.Hosting.Handlers;

/// <summary>Counts the events of each site and hour for a handler that wants digests.</summary>
/// <remarks>It is saved with the handler's cursor, so that its counts are right after every restart.</remarks>
internal sealed class HandlerMemory
{
    /// <summary>The maximum number of site hours; the oldest without a digest are forgotten first.</summary>
    private const int MaxHours = 1000;

    /// <summary>How long an hour is remembered after its end: events may be read a little late.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromHours(2);

    private readonly Dictionary<(string Host, DateTimeOffset Since), SiteHour> _hours;

    private HandlerMemory(IEnumerable<SiteHour> hours) =>
        _hours = hours.ToDictionary(hour => (hour.Host, hour.Since));

    /// <summary>Reads what <see cref="Write"/> wrote; anything else is forgotten.</summary>
    public static HandlerMemory Parse(string? text)
    {
        try
        {
            return new HandlerMemory(
                text is null ? [] : JsonSerializer.Deserialize(text, HandlerJsonContext.Default.SiteHourArray) ?? []);
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            return new HandlerMemory([]);
        }
    }

    /// <summary>Counts an event.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="most">The maximum number of events of one site and hour that are handled one by one.</param>
    /// <returns>Whether it is handled by itself; otherwise it belongs to the digest of its hour.</returns>
    public bool Count(ArticleEvent happened, int most)
    {
        (string Host, DateTimeOffset Since) key = (happened.Host, HourOf(happened.At));
        SiteHour hour = _hours.GetValueOrDefault(key) ?? new SiteHour(key.Host, key.Since, 0, 0, First: null);
        bool isSingle = hour.Singles < most;
        _hours[key] = isSingle
            ? hour with { Singles = hour.Singles + 1 }
            : hour with { Rest = hour.Rest + 1, First = hour.First ?? happened.Cursor };
        if (_hours.Count > MaxHours
            && _hours.Values.Where(known => known.Rest == 0 && (known.Host, known.Since) != key)
                .MinBy(known => known.Since) is { } oldest)
        {
            _hours.Remove((oldest.Host, oldest.Since));
        }

        return isSingle;
    }

    /// <summary>Undoes the count of an event that should have been handled by itself but was not.</summary>
    public void Uncount(ArticleEvent happened)
    {
        (string Host, DateTimeOffset Since) key = (happened.Host, HourOf(happened.At));
        if (_hours.TryGetValue(key, out SiteHour? hour) && hour.Singles > 0)
        {
            _hours[key] = hour with { Singles = hour.Singles - 1 };
        }
    }

    /// <summary>The hours that are over and have a digest, the oldest first.</summary>
    public IEnumerable<SiteHour> Due(DateTimeOffset now) =>
        _hours.Values.Where(hour => hour.Rest > 0 && hour.Since.AddHours(1) <= now)
            .OrderBy(hour => hour.Since).ToList();

    /// <summary>When the next digest is due; null when there is none.</summary>
    public DateTimeOffset? NextDue() =>
        _hours.Values.Where(hour => hour.Rest > 0).Min(hour => (DateTimeOffset?)hour.Since.AddHours(1));

    /// <summary>Notes that a digest was handled or given up.</summary>
    public void Done(SiteHour hour) =>
        _hours[(hour.Host, hour.Since)] = hour with { Rest = 0, First = null };

    /// <summary>Forgets the hours that are long over.</summary>
    public void Forget(DateTimeOffset now)
    {
        foreach (SiteHour old in _hours.Values.Where(hour => hour.Rest == 0 && hour.Since + Kept < now).ToList())
        {
            _hours.Remove((old.Host, old.Since));
        }
    }

    /// <summary>The counts as text; null when there are none.</summary>
    public string? Write() => _hours.Count == 0
        ? null
        : JsonSerializer.Serialize([.. _hours.Values], HandlerJsonContext.Default.SiteHourArray);

    private static DateTimeOffset HourOf(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
}
