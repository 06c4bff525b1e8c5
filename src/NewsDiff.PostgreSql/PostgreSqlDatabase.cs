using System.Data.Common;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
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
    /// <summary>Marks the exception for a connection that could not be obtained in time.</summary>
    private const string IsConnecting = "NewsDiff.IsConnecting";

    private readonly PostgreSqlSchema _schema = new(
        (options ?? new PostgreSqlStoreOptions()).Schema, options?.Search, options?.UpgradeProgress);
    private readonly PostgreSqlOutage _outage = new(
        (options ?? new PostgreSqlStoreOptions()).RetryFor,
        timeProvider,
        options?.LoggerFactory?.CreateLogger<PostgreSqlVersionStore>() ?? (ILogger)NullLogger.Instance);
    private readonly bool _isReadOnly = options?.ReadOnly is true;
    private readonly SearchSwitch _search = new();
    private volatile bool _isUpToDate;
    private volatile bool _hasWritten;
    private volatile bool _isDisposed;

    public string Prefix => _schema.Prefix;

    public string EventTransaction => EventTransactionOf(Prefix);

    /// <summary>The last transaction before the oldest one that still runs.</summary>
    /// <remarks>
    /// A transaction gets its number before it commits, so the event of a running transaction may precede visible
    /// events; a reader must not skip it.
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

    /// <summary>The expression for the clock, in milliseconds since 1970.</summary>
    public const string ClockExpression = "(extract(epoch FROM clock_timestamp()) * 1000)::bigint";

    public string Clock => ClockExpression;

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
        WriteAsync((connection, token) => connection.ExecuteAsync(sql, parameters, token), cancellationToken);

    /// <summary>Connects and updates the tables; a server that was never reached is reported at once.</summary>
    public Task OpenAsync(CancellationToken cancellationToken) => RunAsync(
        (_, _) => Task.FromResult(true), new Manner(IsWrite: false, IsOpening: true), cancellationToken);

    /// <summary>Runs work that reads on a new connection, and retries while the server is unavailable.</summary>
    public Task<T> RunAsync<T>(
        Func<PostgreSqlConnection, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        RunAsync(work, new Manner(IsWrite: false, IsOpening: false), cancellationToken);

    /// <summary>Runs work that writes on a new connection, and retries while the server is unavailable.</summary>
    /// <remarks>The work must be idempotent.</remarks>
    /// <exception cref="VersionStoreException">It may only be read, or a later version upgraded it.</exception>
    public Task<T> WriteAsync<T>(
        Func<PostgreSqlConnection, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        _isReadOnly
            ? Task.FromException<T>(new VersionStoreException(
                "The database was opened read-only. Open it for writing to change it.")
            {
                IsReadOnly = true,
            })
            : RunAsync(work, new Manner(IsWrite: true, IsOpening: false), cancellationToken);

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

    private async Task<T> RunAsync<T>(
        Func<PostgreSqlConnection, CancellationToken, Task<T>> work, Manner manner, CancellationToken cancellationToken)
    {
        long start = _outage.Start();
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                T result = await RunOnceAsync(work, manner, cancellationToken).ConfigureAwait(false);
                _outage.Ended(manner.IsWrite);
                _hasWritten |= manner.IsWrite;
                return result;
            }
            catch (NpgsqlException fault) when (_outage.MayWait(start)
                && (PostgreSqlFaults.IsLostRace(fault) || IsAway(fault, manner)))
            {
                Note(fault);
                await _outage.WaitAsync(attempt, cancellationToken).ConfigureAwait(false);
            }
            catch (NpgsqlException fault) when (manner.IsWrite && IsRefused(fault))
            {
                throw new VersionStoreException(
                    $"The database may not be written: {fault.Message}. Grant the rights, connect to the primary server, "
                    + "or open it read-only.",
                    fault)
                {
                    IsReadOnly = true,
                };
            }
            catch (NpgsqlException fault) when (PostgreSqlFaults.MayBeNewerSchema(fault))
            {
                await CheckSchemaAsync(cancellationToken).ConfigureAwait(false);
                throw;
            }
        }
    }

    /// <summary>Whether the server is unavailable, or fails over to another one.</summary>
    private bool IsAway(NpgsqlException fault, Manner manner) =>
        IsHandover(fault)
        || PostgreSqlFaults.IsBusy(fault)
        || (PostgreSqlFaults.IsUnreachable(fault) && (_isUpToDate || !manner.IsOpening))
        || fault.Data.Contains(IsConnecting);

    /// <summary>Whether a server that was written to refuses writes now.</summary>
    private bool IsHandover(NpgsqlException fault) => _hasWritten && PostgreSqlFaults.IsReadOnlyServer(fault);

    private void Note(NpgsqlException fault)
    {
        if (PostgreSqlFaults.IsLostRace(fault))
        {
            return;
        }

        _outage.Began(fault, isForWritesOnly: IsHandover(fault));
        if (IsHandover(fault))
        {
            // These connections lead to the server that was the primary.
            source.Clear();
        }
    }

    private static bool IsRefused(NpgsqlException fault) =>
        PostgreSqlFaults.IsReadOnlyServer(fault) || PostgreSqlFaults.IsForbidden(fault);

    /// <summary>Throws when a later version has upgraded the tables.</summary>
    private async Task CheckSchemaAsync(CancellationToken cancellationToken)
    {
        NpgsqlConnection opened = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (opened.ConfigureAwait(false))
        {
            await _schema.FindVersionAsync(new PostgreSqlConnection(opened, Prefix, _search), cancellationToken)
                .ConfigureAwait(false);
        }
    }

    private async Task<T> RunOnceAsync<T>(
        Func<PostgreSqlConnection, CancellationToken, Task<T>> work, Manner manner, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(PostgreSqlVersionStore));
        NpgsqlConnection opened = await ConnectAsync(manner, cancellationToken).ConfigureAwait(false);
        await using (opened.ConfigureAwait(false))
        {
            if (!_isUpToDate)
            {
                var first = new PostgreSqlConnection(opened, Prefix, _search);
                await (_isReadOnly
                    ? _schema.CheckAsync(first, cancellationToken)
                    : _schema.UpdateAsync(first, cancellationToken)).ConfigureAwait(false);
                _isUpToDate = true;
            }

            var connection = new PostgreSqlConnection(opened, Prefix, _search)
            {
                Check = manner.IsWrite ? _schema.Check : null,
            };
            return await work(connection, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<NpgsqlConnection> ConnectAsync(Manner manner, CancellationToken cancellationToken)
    {
        try
        {
            return await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (NpgsqlException fault) when (PostgreSqlFaults.IsTimeout(fault) && (_isUpToDate || !manner.IsOpening))
        {
            // A command timeout has the same exception, but must not be retried.
            fault.Data[IsConnecting] = true;
            throw;
        }
    }

    /// <summary>How work is done.</summary>
    /// <param name="IsWrite">Whether it writes.</param>
    /// <param name="IsOpening">Whether it is the first work of a store that a caller opens.</param>
    private readonly record struct Manner(bool IsWrite, bool IsOpening);
}
