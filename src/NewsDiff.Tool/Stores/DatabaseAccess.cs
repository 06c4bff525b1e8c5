using NewsDiff.PostgreSql;
using NewsDiff.Sqlite;

namespace NewsDiff.Tool.Stores;

/// <summary>A database, and how a command uses it.</summary>
/// <param name="Location">The SQLite file or PostgreSQL database.</param>
internal sealed record DatabaseAccess(string Location)
{
    /// <summary>How a SQLite file is kept. The default is the library's.</summary>
    internal SqliteStoreOptions SqliteOptions { get; init; } = new();

    /// <summary>How a PostgreSQL database is used. The default is the library's.</summary>
    internal PostgreSqlStoreOptions ServerOptions { get; init; } = new();

    /// <summary>Whether it is only read.</summary>
    internal bool IsReadOnly { get; init; }

    /// <summary>Whether to wait for an unavailable server as long as a host does; otherwise only for seconds.</summary>
    internal bool IsPatient { get; init; }

    /// <summary>Whether it must have a search index; null leaves it as it is.</summary>
    internal bool? Search { get; init; }

    /// <summary>Receives the progress of an upgrade or of the building of the index.</summary>
    internal IProgress<double>? Progress { get; init; }
}
