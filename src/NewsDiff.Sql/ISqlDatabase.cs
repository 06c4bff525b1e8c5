using System.Data.Common;

namespace NewsDiff.Sql;

/// <summary>The parts of a database that all databases share.</summary>
/// <remarks>The sources of this folder are compiled into each database package; they have no assembly.</remarks>
internal interface ISqlDatabase
{
    /// <summary>The prefix of each table's name: empty, or a schema and a full stop.</summary>
    string Prefix { get; }

    /// <summary>The SQL of the current transaction's number for the event log; null where writers take turns.</summary>
    string? EventTransaction { get; }

    /// <summary>The query for the place after all readable events: a transaction and a sequence.</summary>
    string EventEnd { get; }

    /// <summary>The SQL of the database's size in bytes.</summary>
    string Size { get; }

    /// <summary>The SQL of the database's clock now, in milliseconds since 1970.</summary>
    string Clock { get; }

    /// <summary>The smallest stored time, in whole milliseconds, at or after an instant.</summary>
    object RoundUp(DateTimeOffset instant);

    /// <summary>Reads all rows of a query that writes nothing.</summary>
    Task<List<T>> QueryAsync<T>(
        string sql,
        Func<DbDataReader, T> read,
        (string Name, object? Value)[] parameters,
        CancellationToken cancellationToken);

    /// <summary>Runs one command in its own transaction, and reads the rows it returns.</summary>
    Task<List<T>> WriteAsync<T>(
        string sql,
        Func<DbDataReader, T> read,
        (string Name, object? Value)[] parameters,
        CancellationToken cancellationToken);

    /// <summary>Runs one command in its own transaction; it must be idempotent.</summary>
    /// <returns>The number of rows it inserted, updated or deleted.</returns>
    Task<int> ExecuteAsync(
        string sql, (string Name, object? Value)[] parameters, CancellationToken cancellationToken);
}
