using System.Data.Common;
using NewsDiff.Storage;

namespace NewsDiff.Sql;

/// <summary>Reads columns in the form in which stores keep them.</summary>
internal static class DbDataReaderExtensions
{
    /// <summary>Reads a row; values that NewsDiff cannot have written are reported as damage.</summary>
    /// <exception cref="VersionStoreException">A value cannot be read.</exception>
    public static T ReadRow<TReader, T>(this TReader reader, Func<TReader, T> read)
        where TReader : DbDataReader
    {
        try
        {
            return read(reader);
        }
        catch (Exception fault) when (StoredRow.IsUnreadable(fault))
        {
            throw StoredRow.Unreadable(
                $"a row with the columns {string.Join(", ", Enumerable.Range(0, reader.FieldCount).Select(reader.GetName))}",
                fault);
        }
    }

    public static string Text(this DbDataReader reader, int column) =>
        StorableText.Decode(reader.GetString(column))!;

    public static string? TextOrNull(this DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.Text(column);

    /// <summary>Reads an instant; databases without a type for it keep milliseconds since 1970.</summary>
    public static DateTimeOffset Instant(this DbDataReader reader, int column) =>
        reader.GetFieldType(column) == typeof(long)
            ? DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(column))
            : reader.GetFieldValue<DateTimeOffset>(column);

    public static DateTimeOffset? InstantOrNull(this DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.Instant(column);
}
