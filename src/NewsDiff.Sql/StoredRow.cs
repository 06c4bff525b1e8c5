using System.Data.Common;
using System.Globalization;
using System.Text.Json;

namespace NewsDiff.Sql;

/// <summary>Reads columns of a row; errors name the table, row and column.</summary>
/// <param name="reader">The row.</param>
/// <param name="table">The table.</param>
/// <param name="first">The index of its first column; the first two columns identify it.</param>
internal readonly struct StoredRow(DbDataReader reader, string table, int first = 0)
{
    private const int LongestValueShown = 80;

    /// <summary>Whether an exception concerns a stored value, not the database.</summary>
    public static bool IsUnreadable(Exception fault) =>
        fault is FormatException or ArgumentException or OverflowException or InvalidCastException
            or InvalidOperationException or JsonException
        && fault is not ObjectDisposedException;

    /// <summary>Creates the exception for a value that cannot be read.</summary>
    public static VersionStoreException Unreadable(string place, Exception fault) => new(
        $"The database is damaged: {place} cannot be read ({fault.Message}). "
            + "Restore it from a backup, or delete that row.",
        fault);

    public string Text(int column) => Read(column, static (reader, number) => reader.Text(number));

    public string? TextOrNull(int column) => Read(column, static (reader, number) => reader.TextOrNull(number));

    public DateTimeOffset Instant(int column) => Read(column, static (reader, number) => reader.Instant(number));

    /// <summary>Reads a number with a minimum.</summary>
    public int Number(int column, int least) => Read(column, (reader, number) =>
    {
        int value = checked((int)reader.GetInt64(number));
        return value >= least && value < int.MaxValue
            ? value
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{value} is out of range"));
    });

    public Uri Address(int column) => Read(column, static (reader, number) => new Uri(reader.Text(number)));

    /// <summary>Reads a column with a given function.</summary>
    public T Read<T>(int column, Func<DbDataReader, int, T> read)
    {
        try
        {
            return read(reader, first + column);
        }
        catch (Exception fault) when (IsUnreadable(fault))
        {
            throw Unreadable(column, fault);
        }
    }

    /// <summary>Creates the exception for a column that cannot be read.</summary>
    public VersionStoreException Unreadable(int column, Exception fault) => Unreadable(
        $"the column '{reader.GetName(first + column)}' of the row of '{table}' with {Describe(first)} and "
        + $"{Describe(first + 1)}",
        fault);

    private string Describe(int column)
    {
        string value = Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture) ?? "";
        return $"{reader.GetName(column)} '{(value.Length > LongestValueShown ? value[..LongestValueShown] + "…" : value)}'";
    }
}
