using System.Globalization;

namespace NewsDiff.Pages.Loading;

/// <summary>A place in the list of events, newest first; it stays the same while the list grows.</summary>
/// <param name="At">The instant of the last entry before it.</param>
/// <param name="Passed">The number of entries of that instant before it.</param>
internal readonly record struct NewsPlace(DateTimeOffset At, int Passed)
{
    // Far more than is noticed in one millisecond; all of them are read again.
    private const int MaxPassed = 1000;

    /// <summary>The end of the span of time that is read from this place.</summary>
    internal DateTimeOffset Until => At.AddMilliseconds(1);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <returns>The place; null when the text is not one.</returns>
    internal static NewsPlace? Parse(string text)
    {
        string[] parts = text.Split('-');
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long at)
            && at < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int passed)
            && passed is > 0 and <= MaxPassed
            ? new NewsPlace(DateTimeOffset.FromUnixTimeMilliseconds(at), passed)
            : null;
    }

    /// <summary>The place as text, such as <c>1777831200000-1</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At.ToUnixTimeMilliseconds()}-{Passed}");
}
