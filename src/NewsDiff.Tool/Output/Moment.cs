using System.Globalization;

namespace NewsDiff.Tool.Output;

/// <summary>Instants for people: to the minute, always in UTC.</summary>
internal static class Moment
{
    internal static string Of(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
