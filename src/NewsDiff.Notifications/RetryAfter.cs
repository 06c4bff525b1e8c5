using System.Globalization;

namespace NewsDiff.Notifications;

/// <summary>Reads how long a server asks to wait.</summary>
internal static class RetryAfter
{
    /// <summary>The headers in which services say when their limit ends, as a date or in seconds since 1970.</summary>
    private static readonly string[] Resets = ["X-RateLimit-Reset", "RateLimit-Reset"];

    /// <summary>The wait that an answer asks for; null when it asks for none.</summary>
    public static TimeSpan? Of(HttpResponseMessage response, DateTimeOffset now) =>
        response.Headers.RetryAfter switch
        {
            { Delta: { } wait } => wait,
            { Date: { } date } => date - now,
            _ => Resets.Select(name => TimeOf(response, name)).FirstOrDefault(time => time is not null) - now,
        };

    private static DateTimeOffset? TimeOf(HttpResponseMessage response, string name)
    {
        string? text = response.Headers.TryGetValues(name, out IEnumerable<string>? values) ? values.First() : null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
            && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : DateTimeOffset.TryParse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date)
            ? date
            : null;
    }
}
