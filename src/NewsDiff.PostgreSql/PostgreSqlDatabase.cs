using System.Data.Common;
using System.Net.Sockets;
using NewsDiff.Sql;
using Npgsql;

namespace NewsDiff.PostgreSql;

/// <summary>A PostgreSQL database: pooled connections, current tables, retries after transient faults.</summary>
/// <param name="source">The source of connections.</param>
/// <param name="ownsSource">Whether the source is disposed with the database.</param>
/// <param name="options">The options; null for the defaults.</param>
/// <param name="timeProvider">Times the waits.</param>
internal sealed class PostgreSqlDatabase(
    NpgsqlDataSource source, bool ownsSource, PostgreSqlStoreOptions? options, TimeProvider timeProvider)
    : ISqlDatabase, IAsyncDisposable, IDisposable
{
    /// <summary>The delays between attempts in milliseconds: long enough for a server to restart.</summary>
    private static readonly int[] Waits = [50, 100, 200, 400, 800, 1600, 3200, 6400];

    private readonly PostgreSqlSchema _schema = new(
        (options ?? new PostgreSqlStoreOptions()).Schema, options?.Search, options?.UpgradeProgress);
    private readonly SearchSwitch _search = new();
    private volatile bool _isUpToDate;
    private volatile bool _isDisposed;

    public string Prefix => _schema.Prefix;

    public string EventTransaction => EventTransactionOf(Prefix);

    /// <summary>The last transaction before the oldest one that still runs.</summary>
    /// <remarks>
    /// Numbers are taken before commits: the event of a transaction that still runs may come before events that are
    /// visible already, and a reader must not pass it.
    /// </remarks>
    public string EventEnd =>
        $"""
         SELECT max(event_base) + pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1, {long.MaxValue}
         FROM {Prefix}store
         """;

    public string Size =>
        $"""
         (SELECT coalesce(sum(pg_total_relation_size(oid)), 0)::bigint FROM pg_class
         WHERE relkind = 'r' AND relnamespace = '{Prefix[..^1].Replace("'", "''", StringComparison.Ordinal)}'::regnamespace)
         """;

    public string Clock => "(extract(epoch FROM clock_timestamp()) * 1000)::bigint";

    public static string EventTransactionOf(string prefix) =>
        $"(SELECT max(event_base) FROM {prefix}store) + pg_current_xact_id()::text::bigint";

    /// <summary>Rounds up to a millisecond; values after the last one become Npgsql's infinity.</summary>
    public object RoundUp(DateTimeOffset instant)
    {
        DateTime floor = DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds()).UtcDateTime;
        return floor == instant.UtcDateTime ? floor
            : DateTimeOffset.MaxValue.UtcDateTime - floor < TimeSpan.FromMilliseconds(1)
            ? DateTimeOffset.MaxValue.UtcDateTime
            : floor.AddMilliseconds(1);
    }

    public Task<List<T>> QueryAsync<T>(
        string sql,
        Func<DbDataReader, T> read,
        (string Name, object? Value)[] parameters,
        CancellationToken cancellationToken) =>
        RunAsync((connection, token) => connection.QueryAsync(sql, read, parameters, token), cancellationToken);

    public Task<List<T>> WriteAsync<T>(
        string sql,
        Func<DbDataReader, T> read,
        (string Name, object? Value)[] parameters,
        CancellationToken cancellationToken) => QueryAsync(sql, read, parameters, cancellationToken);

    public Task<int> ExecuteAsync(
        string sql, (string Name, object? Value)[] parameters, CancellationToken cancellationToken) =>
        RunAsync((connection, token) => connection.ExecuteAsync(sql, parameters, token), cancellationToken);

    /// <summary>Runs work on a fresh connection, and retries after transient faults.</summary>
    /// <remarks>The work must be idempotent.</remarks>
    public async Task<T> RunAsync<T>(
        Func<PostgreSqlConnection, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                return await RunOnceAsync(work, cancellationToken).ConfigureAwait(false);
            }
            catch (NpgsqlException exception) when (attempt < Waits.Length && Passes(exception))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(Waits[attempt]), timeProvider, cancellationToken)
                    .ConfigureAwait(false);
            }
        }
    }

    public void Dispose()
    {
        _isDisposed = true;
        if (ownsSource)
        {
            source.Dispose();
        }
    }

    public ValueTask DisposeAsync()
    {
        _isDisposed = true;
        return ownsSource ? source.DisposeAsync() : ValueTask.CompletedTask;
    }

    /// <summary>Whether a fault may pass soon: a lost race or connection, or a restarting server.</summary>
    /// <remarks>
    /// A server that was never reached is not a lost connection: a wrong address is reported at once.
    /// </remarks>
    private bool Passes(NpgsqlException exception) => exception is PostgresException { SqlState: var state }
        ? state is PostgresErrorCodes.SerializationFailure
            or PostgresErrorCodes.DeadlockDetected
            or PostgresErrorCodes.AdminShutdown
            or PostgresErrorCodes.CrashShutdown
            or PostgresErrorCodes.CannotConnectNow
            || state.StartsWith("08", StringComparison.Ordinal)
        : _isUpToDate && exception.InnerException is IOException or SocketException;

    private async Task<T> RunOnceAsync<T>(
        Func<PostgreSqlConnection, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(PostgreSqlVersionStore));
        NpgsqlConnection opened = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (opened.ConfigureAwait(false))
        {
            var connection = new PostgreSqlConnection(opened, Prefix, _search);
            if (!_isUpToDate)
            {
                await _schema.UpdateAsync(connection, cancellationToken).ConfigureAwait(false);
                _isUpToDate = true;
            }

            return await work(connection, cancellationToken).ConfigureAwait(false);
        }
    }
}
