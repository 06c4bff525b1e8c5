using System.Globalization;

namespace NewsDiff.Pages.Loading;

/// <summary>A place in the list of events, newest first; it stays the same while the list grows.</summary>
/// <param name="At">The instant of the last entry before it.</param>
/// <param name="Passed">The number of entries of that instant before it.</param>
/// <param name="Rank">The number of entries before it, where that is known.</param>
internal readonly record struct NewsPlace(DateTimeOffset At, int Passed, int? Rank = null)
{
    // Far more than is noticed in one millisecond; all of them are read again.
    private const int MaxPassed = 1000;

    // No list is read so far; a made-up number must not overflow.
    private const int MaxRank = 100_000_000;

    /// <summary>The end of the span of time that is read from this place.</summary>
    internal DateTimeOffset Until => At.AddMilliseconds(1);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <returns>The place; null when the text is not one.</returns>
    internal static NewsPlace? Parse(string text)
    {
        string[] parts = text.Split('-');
        int? rank = null;
        if (parts.Length == 3)
        {
            rank = int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out int before)
                ? before
                : -1;
        }

        return parts.Length is 2 or 3 && rank is null or (> 0 and <= MaxRank)
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long at)
            && at < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int passed)
            && passed is > 0 and <= MaxPassed
            ? new NewsPlace(DateTimeOffset.FromUnixTimeMilliseconds(at), passed, rank)
            : null;
    }

    /// <summary>The place as text, such as <c>1777831200000-1</c>; with its rank <c>1777831200000-1-50</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{At.ToUnixTimeMilliseconds()}-{Passed}{(Rank is { } rank ? $"-{rank}" : "")}");
}
