using System.Collections.Immutable;
using System.Globalization;
using NewsDiff.Addresses;

namespace NewsDiff.Archives.Mementos;

/// <summary>Time maps as links (RFC 7089, 5).</summary>
internal static class LinkTimeMap
{
    /// <summary>Reads a time map.</summary>
    /// <returns>The time map; null when no link is one of a time map.</returns>
    public static TimeMap? Read(string text, Uri url)
    {
        ImmutableArray<Memento>.Builder mementos = ImmutableArray.CreateBuilder<Memento>();
        ImmutableArray<Uri>.Builder others = ImmutableArray.CreateBuilder<Uri>();
        Uri? original = null;
        foreach ((string target, Dictionary<string, string> parameters) in LinkFormat.Read(text))
        {
            string[] relations = parameters.GetValueOrDefault("rel", "").Split(
                ' ', StringSplitOptions.RemoveEmptyEntries);
            Uri? address = BoundedUrl.Resolve(url, target);
            if (address is null)
            {
                continue;
            }

            if (relations.Contains("original", StringComparer.OrdinalIgnoreCase))
            {
                original = address;
            }
            else if (relations.Contains("timemap", StringComparer.OrdinalIgnoreCase) && address != url)
            {
                others.Add(address);
            }
            else if (relations.Contains("memento", StringComparer.OrdinalIgnoreCase)
                && ReadDate(parameters.GetValueOrDefault("datetime")) is { } time)
            {
                mementos.Add(new Memento { Url = address, Original = original ?? address, CapturedAt = time });
            }
        }

        return original is null && mementos.Count == 0 && others.Count == 0
            ? null
            : new TimeMap { Mementos = mementos.ToImmutable(), Others = others.ToImmutable() };
    }

    /// <summary>Reads a date in HTTP form or ISO 8601.</summary>
    public static DateTimeOffset? ReadDate(string? text) => DateTimeOffset.TryParseExact(
        text,
        ["r", "yyyy-MM-dd'T'HH:mm:ssK", "ddd, d MMM yyyy HH:mm:ss 'GMT'"],
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
        out DateTimeOffset time)
        ? time
        : null;
}
