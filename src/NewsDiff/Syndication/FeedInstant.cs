using System.Globalization;

namespace NewsDiff.Syndication;

/// <summary>Formats instants for feeds.</summary>
internal static class FeedInstant
{
    /// <summary>Formats an instant for Atom and JSON Feed (RFC 3339), in UTC to the millisecond.</summary>
    internal static string Rfc3339(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Formats an instant for RSS (RFC 1123), in UTC to the second.</summary>
    internal static string Rfc1123(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("r", CultureInfo.InvariantCulture);
}
