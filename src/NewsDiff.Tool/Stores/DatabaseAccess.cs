using NewsDiff.PostgreSql;
using NewsDiff.Sqlite;

namespace NewsDiff.Tool.Stores;

/// <summary>A database, and how a command uses it.</summary>
/// <param name="Location">The SQLite file or PostgreSQL database.</param>
internal sealed record DatabaseAccess(string Location)
{
    /// <summary>The options for a SQLite file. The default is the library's.</summary>
    internal SqliteStoreOptions SqliteOptions { get; init; } = new();

    /// <summary>The options for a PostgreSQL database. The default is the library's.</summary>
    internal PostgreSqlStoreOptions ServerOptions { get; init; } = new();

    /// <summary>Whether the database is only read.</summary>
    internal bool IsReadOnly { get; init; }

    /// <summary>Whether to wait for a server as long as a host does, not only seconds.</summary>
    internal bool IsPatient { get; init; }

    /// <summary>Whether the database must have a search index; null changes nothing.</summary>
    internal bool? Search { get; init; }

    /// <summary>Receives the progress of an upgrade, or of making the index.</summary>
    internal IProgress<double>? Progress { get; init; }
}
