using System.Globalization;
using Microsoft.Data.Sqlite;

namespace NewsDiff.Research.Import;

/// <summary>Reads rows of a foreign database one by one, so that a damaged one does not hide the others.</summary>
/// <param name="source">The database.</param>
/// <param name="table">The table.</param>
/// <param name="order">The order of the rows.</param>
/// <param name="row">Selects one row by <c>@place</c>, its row id.</param>
internal sealed class SqliteRows(SqliteSource source, string table, string order, string row)
{
    private const string IsDamaged = "The database is damaged";

    /// <summary>Reads all rows.</summary>
    /// <param name="read">Reads a row.</param>
    internal IEnumerable<ImportedVersion> Read(Func<SqliteDataReader, string, ImportedVersion> read)
    {
        using SqliteCommand one = source.Command(row, ("@place", 0L));
        foreach ((long place, double? progress, string? problem) in Places())
        {
            string name = FormattableString.Invariant($"{table} {place}");
            ImportedVersion? found = problem is null
                ? ReadOne(one, place, name, read)
                : new ImportedVersion { Place = table, Problem = problem };
            if (found is not null)
            {
                yield return found with { Progress = progress };
            }
        }
    }

    // In their order; or, if not all of them can be listed, in that of their ids.
    private IEnumerable<(long Place, double? Progress, string? Problem)> Places()
    {
        string? damage = null;
        long count = 0;
        long done = 0;
        SqliteDataReader? list = null;
        try
        {
            count = Number($"SELECT count(*) FROM {table}");
            list = source.Command($"SELECT rowid FROM {table} ORDER BY {order}, rowid").ExecuteReader();
        }
        catch (SqliteException fault)
        {
            damage = fault.Message;
        }

        using (list)
        {
            while (list?.Read() is true)
            {
                yield return (list.GetInt64(0), Math.Min(1, (double)++done / Math.Max(count, 1)), null);
            }
        }

        foreach ((long, double?, string?) place in damage is null ? [] : PlacesById(damage))
        {
            yield return place;
        }
    }

    private IEnumerable<(long Place, double? Progress, string? Problem)> PlacesById(string damage)
    {
        long first = 0;
        long last = -1;
        long bytes = 0;
        string told = $"{IsDamaged}; its rows are read in the order of their ids: {damage}";
        try
        {
            first = Number($"SELECT min(rowid) FROM {table}");
            last = Number($"SELECT max(rowid) FROM {table}");
            bytes = Number("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
        }
        catch (SqliteException fault)
        {
            told = $"{IsDamaged}, and nothing can be read: {fault.Message}";
        }

        // A row needs some bytes, so a wider range of ids is part of the damage.
        if ((Int128)last - first > bytes)
        {
            last = first - 1;
            told = $"{IsDamaged}, and nothing can be read: {damage}";
        }

        yield return (0, null, told);
        for (long place = first; place <= last; place++)
        {
            yield return (place, (place - first + 1.0) / (last - first + 1.0), null);
        }
    }

    private long Number(string sql)
    {
        using SqliteCommand command = source.Command(sql);
        return Convert.ToInt64(command.ExecuteScalar() is long number ? number : 0, CultureInfo.InvariantCulture);
    }

    private static ImportedVersion? ReadOne(
        SqliteCommand one, long place, string name, Func<SqliteDataReader, string, ImportedVersion> read)
    {
        try
        {
            one.Parameters["@place"].Value = place;
            using SqliteDataReader found = one.ExecuteReader();
            return found.Read() ? read(found, name) : null;
        }
        catch (Exception fault) when (fault is SqliteException or ArgumentException or FormatException)
        {
            return new ImportedVersion { Place = name, Problem = $"It cannot be read: {fault.Message}" };
        }
    }
}
