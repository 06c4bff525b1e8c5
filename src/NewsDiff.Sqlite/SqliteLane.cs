using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace NewsDiff.Sqlite;

/// <summary>One connection for one caller at a time; opened on first use.</summary>
/// <param name="open">Opens the connection.</param>
/// <param name="isStale">Whether the open connection must be opened again.</param>
internal sealed class SqliteLane(Func<SqliteConnection> open, Func<bool> isStale) : IDisposable
{
    [SuppressMessage("Usage", "CA2213", Justification = "Callers may still be in the queue; it holds no handle.")]
    private readonly SemaphoreSlim _turn = new(1, 1);
    private SqliteConnection? _connection;
    private bool _isDisposed;

    public async Task<T> RunAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(SqliteVersionStore));

            // SQLite has no asynchronous calls, and one may wait long for another process: never on the caller's
            // thread.
            return await Task.Run(() => work(Connect()), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    private SqliteConnection Connect()
    {
        if (_connection is not null && isStale())
        {
            _connection.Dispose();
            _connection = null;
        }

        return _connection ??= open();
    }

    /// <summary>Finishes the current work and closes the connection; queued callers get an exception.</summary>
    public void Dispose()
    {
        _turn.Wait();
        _isDisposed = true;
        _connection?.Dispose();
        _connection = null;
        _turn.Release();
    }
}
