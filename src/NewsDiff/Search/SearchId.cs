using System.Globalization;

namespace NewsDiff.Search;

/// <summary>The number of a row: the second in which its text appeared or vanished, then a number of its own.</summary>
/// <remarks>The newest rows can therefore be read first without sorting, and a span of time is a range.</remarks>
internal static class SearchId
{
    /// <summary>The bits after the second.</summary>
    public const int NumberBits = 28;

    /// <summary>The bits of a second since 1970: until the year 2514.</summary>
    private const int SecondBits = 34;

    /// <summary>The first number of a second; seconds that have none are moved to the nearest.</summary>
    public static long FirstOf(long second) => Math.Clamp(second, 0, 1L << SecondBits) << NumberBits;

    /// <summary>The first number of the second in which a version was seen.</summary>
    public static long FirstOf(ArticleVersion version) =>
        FirstOf(Math.Min(version.SeenAt.ToUnixTimeSeconds(), (1L << SecondBits) - 1));

    /// <summary>Writes a cursor.</summary>
    public static string ToCursor(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads a cursor; null is the place before the newest row.</summary>
    /// <exception cref="FormatException">The text is not a cursor.</exception>
    public static long FromCursor(string? cursor) => cursor is null ? long.MaxValue
        : long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out long id) ? id
        : throw new FormatException("The cursor is not one of a search hit.");
}
