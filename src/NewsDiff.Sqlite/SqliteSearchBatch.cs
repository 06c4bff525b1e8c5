using Microsoft.Data.Sqlite;
using NewsDiff.Sql;

namespace NewsDiff.Sqlite;

/// <summary>Adds the versions of one transaction to the search index, if the file has a finished one.</summary>
/// <remarks>The terms of all are written together: see <see cref="SqliteSearchWriter"/>.</remarks>
internal sealed class SqliteSearchBatch(SqliteConnection connection) : IDisposable
{
    private readonly Lazy<bool> _isFinished =
        new(() => SqliteSearch.FindBuilt(connection) == SearchTable.Complete, isThreadSafe: false);
    private SqliteSearchWriter? _writer;

    /// <summary>Adds a version that was just appended.</summary>
    /// <remarks>While the index is being built, its builder adds the version later.</remarks>
    public void Add(long history, ArticleVersion? before, ArticleVersion version)
    {
        if (before is { HasText: false })
        {
            // The current texts must be read from an earlier version.
            Complete();
            SqliteSearch.Renew(connection, version.ArticleId);
        }
        else if (_isFinished.Value)
        {
            _writer ??= new SqliteSearchWriter(connection);
            _writer.Add(history, before, version);
        }
    }

    /// <summary>Writes the terms of all versions that were added.</summary>
    public void Complete() => _writer?.Complete();

    public void Dispose() => _writer?.Dispose();
}
