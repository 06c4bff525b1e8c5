using System.Globalization;

namespace NewsDiff.Sql;

/// <summary>The key of a stored version: the number of its history, then its own number.</summary>
/// <remarks>
/// The versions of an article are neighbours in the table, and the chain that one is read from is a range of keys.
/// </remarks>
internal static class VersionKey
{
    /// <summary>The bits of a version's number: enough for one version a minute for 31 years.</summary>
    public const int NumberBits = 24;

    /// <summary>The highest number of a version, and the mask that finds the number in a key.</summary>
    public const int MostNumber = (1 << NumberBits) - 1;

    /// <summary>The distance between the keys of two histories.</summary>
    public const long HistoryStep = 1L << NumberBits;

    /// <summary>The SQL expression of a version's number, from the column of its key.</summary>
    public static string NumberOf(string column) => $"({column} & {MostNumber})";

    /// <summary>The version's number in a key.</summary>
    public static int NumberIn(long key) => (int)(key & MostNumber);

    /// <summary>Makes a key.</summary>
    /// <exception cref="VersionStoreException">There is no key for the numbers.</exception>
    public static long Of(long history, int number) =>
        history is > 0 and <= long.MaxValue >> NumberBits && number is > 0 and <= MostNumber
            ? (history * HistoryStep) + number
            : throw new VersionStoreException(string.Create(
                CultureInfo.InvariantCulture,
                $"The database has no place for version {number} of history {history}."));
}
