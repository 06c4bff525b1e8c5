using System.Globalization;
using System.Text;
using NewsDiff.Events;

namespace NewsDiff.Pages.Loading;

/// <summary>A place in a list, newest first; it stays the same while the list grows.</summary>
/// <remarks>
/// It names the last change and the last other event before it, so that any number of them may share an instant.
/// Of a kind that has none before it, those at its instant or earlier follow.
/// </remarks>
/// <param name="At">The instant of the last entry before it.</param>
/// <param name="Version">The newer version of the last change before it; null for none.</param>
/// <param name="Event">The last other event before it; null for none.</param>
/// <param name="Rank">The number of entries before it, where that is known.</param>
internal readonly record struct NewsPlace(
    DateTimeOffset At, (string ArticleId, int Number)? Version, EventCursor? Event, int? Rank = null)
{
    private const string None = "n";

    // No list is read so far; a made-up number must not overflow.
    private const int MaxRank = 100_000_000;

    // Longer ids are not looked up.
    private const int MaxId = 128;

    /// <summary>The end of the span of time that is read of a kind that has none before it.</summary>
    internal DateTimeOffset Until => At.AddMilliseconds(1);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <returns>The place; null when the text is not one.</returns>
    internal static NewsPlace? Parse(string text)
    {
        string[] parts = text.Split('-');
        return parts.Length is 3 or 4
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long at)
            && at < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            && TryReadVersion(parts[1], out (string, int)? version)
            && TryReadEvent(parts[2], out EventCursor? place)
            && (version is not null || place is not null)
            && TryReadRank(parts, out int? rank)
            ? new NewsPlace(DateTimeOffset.FromUnixTimeMilliseconds(at), version, place, rank)
            : null;
    }

    /// <summary>The place as text, of digits, letters and hyphens.</summary>
    public override string ToString()
    {
        string version = Version is { } last
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{last.Number}x{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(last.ArticleId))}")
            : None;
        string happened = Event is { } place
            ? string.Create(CultureInfo.InvariantCulture, $"{place.Transaction}e{place.Sequence}")
            : None;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{At.ToUnixTimeMilliseconds()}-{version}-{happened}{(Rank is { } rank ? $"-{rank}" : "")}");
    }

    private static bool TryReadVersion(string text, out (string ArticleId, int Number)? version)
    {
        version = null;
        if (text == None)
        {
            return true;
        }

        int mark = text.IndexOf('x', StringComparison.Ordinal);
        string hex = text[(mark + 1)..];
        if (mark < 1
            || !int.TryParse(text.AsSpan(0, mark), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            || hex.Length is 0 or > MaxId * 2 || hex.Length % 2 != 0 || !hex.All(char.IsAsciiHexDigitLower)
            || Encoding.UTF8.GetString(Convert.FromHexString(hex)) is not { } id || !PageSource.IsPossible(id))
        {
            return false;
        }

        version = (id, number);
        return true;
    }

    private static bool TryReadEvent(string text, out EventCursor? place)
    {
        place = null;
        if (text == None)
        {
            return true;
        }

        bool isRead = EventCursor.TryParse(text.Replace('e', '-'), out EventCursor cursor);
        place = cursor;
        return isRead;
    }

    private static bool TryReadRank(string[] parts, out int? rank)
    {
        rank = null;
        if (parts.Length == 3)
        {
            return true;
        }

        bool isRead = int.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out int before);
        rank = before;
        return isRead && before is > 0 and <= MaxRank;
    }
}
