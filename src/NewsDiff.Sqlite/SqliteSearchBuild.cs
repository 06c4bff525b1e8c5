using Microsoft.Data.Sqlite;
using NewsDiff.Sql;

namespace NewsDiff.Sqlite;

/// <summary>Switches the search index of a file on or off, and builds it in portions, each committed.</summary>
/// <remarks>
/// The next process to open the file with the index continues after the last portion, and several processes take turns.
/// Appends continue meanwhile.
/// </remarks>
/// <param name="connection">The file.</param>
/// <param name="progress">Receives the share that is done.</param>
internal sealed class SqliteSearchBuild(SqliteConnection connection, IProgress<double>? progress)
{
    private const string Tables =
        """
        CREATE TABLE search_row (
            id INTEGER PRIMARY KEY,
            history INTEGER NOT NULL,
            first INTEGER NOT NULL,
            last INTEGER,
            place INTEGER NOT NULL,
            hash INTEGER NOT NULL,
            form INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX search_row_by_history ON search_row (history);
        """;

    /// <summary>Brings the file into the wanted state.</summary>
    /// <param name="isWanted">Whether the file must have an index; null leaves the file as it is.</param>
    public void Run(bool? isWanted)
    {
        if (isWanted is true)
        {
            Begin();
            bool isBuilt = SqliteSearch.FindBuilt(connection) == SearchTable.Complete;
            while (!isBuilt)
            {
                isBuilt = InTransaction(BuildSome);
                Report(isBuilt);
            }
        }
        else if (isWanted is false && SqliteSearch.FindBuilt(connection) is not null)
        {
            InTransaction(Remove);
        }
    }

    private void Begin()
    {
        if (SqliteSearch.FindBuilt(connection) is null)
        {
            InTransaction(() => SqliteSearch.FindBuilt(connection) is null && connection.Execute(
                $"{Tables} {SqliteSearchTerms.Create}; UPDATE store SET search_built = 0, search_skipped = 0") > 0);
        }
    }

    private bool Remove() => SqliteSearch.FindBuilt(connection) is not null && connection.Execute(
        "UPDATE store SET search_built = NULL, search_skipped = 0; DROP TABLE search_text; DROP TABLE search_row") > 0;

    private bool InTransaction(Func<bool> work)
    {
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        bool result = work();
        transaction.Commit();
        return result;
    }

    /// <summary>Indexes the versions after the last indexed one.</summary>
    /// <returns>Whether all are indexed now.</returns>
    private bool BuildSome()
    {
        if (SqliteSearch.FindBuilt(connection) is not { } built || built == SearchTable.Complete)
        {
            return true;
        }

        var chain = new VersionChain();
        HashSet<long> damaged = [];
        long last = built;
        List<VersionRow?> rows = connection.Query(
            SearchTable.Next(prefix: ""),
            row =>
            {
                last = row.GetInt64(0);
                return SearchTable.ReadIfWhole(chain, row, withPredecessor: true, damaged);
            },
            ("@built", built));
        using var writer = new SqliteSearchWriter(connection);
        foreach (VersionRow row in rows.OfType<VersionRow>())
        {
            writer.Add(row.Key >> VersionKey.NumberBits, row.Predecessor, row.Version);
        }

        writer.Complete();

        bool isDone = last == built;
        connection.Execute(
            SearchTable.Advance(prefix: ""),
            ("@built", isDone ? SearchTable.Complete : last),
            ("@skipped", damaged.Count));
        return isDone;
    }

    private void Report(bool isBuilt) => progress?.Report(isBuilt
        ? 1
        : connection.Query(
            """
            SELECT min(1.0, CAST(search_built AS REAL) / (SELECT coalesce(max(sequence), 1) FROM version)) FROM store
            """,
            row => row.GetDouble(0))[0]);
}
