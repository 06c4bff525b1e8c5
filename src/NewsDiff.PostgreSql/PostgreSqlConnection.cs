using System.Diagnostics.CodeAnalysis;
using NewsDiff.Sql;
using NewsDiff.Storage;
using Npgsql;

namespace NewsDiff.PostgreSql;

/// <summary>A connection, and the schema of its tables.</summary>
/// <remarks>Text passes through <see cref="StorableText"/>, so that any text can be stored.</remarks>
/// <param name="inner">The connection.</param>
/// <param name="prefix">The prefix of each table's name.</param>
/// <param name="search">Whether the database has a search index.</param>
/// <param name="isPatient">Whether commands may take any time.</param>
internal sealed class PostgreSqlConnection(
    NpgsqlConnection inner, string prefix, SearchSwitch search, bool isPatient = false)
{
    /// <summary>Ends a transaction of a client that is gone, whose locks others wait for, after a minute.</summary>
    /// <remarks>A network that dies without a word ends no connection for hours.</remarks>
    private const string EndIfIdle = "SET LOCAL idle_in_transaction_session_timeout = 60000";

    private bool _isInTransaction;
    private bool _isBeginning;

    /// <summary>Whether the database has a search index.</summary>
    public SearchSwitch Search => search;

    /// <summary>The prefix of each table's name: the quoted schema and a full stop.</summary>
    public string Prefix => prefix;

    /// <summary>The database and its server, for messages.</summary>
    public string Place => $"{inner.Database} on {inner.Host}";

    /// <summary>A statement sent with the first command, which fails if the command must not run; or null.</summary>
    public string? Check { get; set; }

    /// <summary>The same connection for commands that may take any time.</summary>
    public PostgreSqlConnection WithoutTimeout() => new(inner, prefix, search, isPatient: true);

    /// <summary>Runs work in a transaction that holds a lock.</summary>
    public async Task<T> InLockAsync<T>(
        long key, Func<PostgreSqlConnection, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        await InTransactionAsync(
            async token =>
            {
                await ExecuteAsync("SELECT pg_advisory_xact_lock(@lock)", [("@lock", key)], token)
                    .ConfigureAwait(false);
                return await work(this, token).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);

    /// <summary>Begins a transaction, in which the rest of the work on this connection is done.</summary>
    public ValueTask<NpgsqlTransaction> BeginTransactionAsync(CancellationToken cancellationToken)
    {
        _isInTransaction = _isBeginning = true;
        return inner.BeginTransactionAsync(cancellationToken);
    }

    /// <summary>Runs work in the caller's transaction, or in one of its own.</summary>
    public async Task<T> InTransactionAsync<T>(
        Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        if (_isInTransaction)
        {
            return await work(cancellationToken).ConfigureAwait(false);
        }

        NpgsqlTransaction transaction = await inner.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            _isInTransaction = _isBeginning = true;
            try
            {
                T result = await work(cancellationToken).ConfigureAwait(false);
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
                return result;
            }
            finally
            {
                _isInTransaction = false;
            }
        }
    }

    /// <summary>Runs a command.</summary>
    /// <returns>The number of rows it inserted, updated or deleted.</returns>
    public async Task<int> ExecuteAsync(
        string sql,
        (string Name, object? Value)[] parameters,
        CancellationToken cancellationToken)
    {
        NpgsqlCommand command = Command(sql, parameters);
        await using (command.ConfigureAwait(false))
        {
            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads all rows of a query.</summary>
    public async Task<List<T>> QueryAsync<T>(
        string sql,
        Func<NpgsqlDataReader, T> read,
        (string Name, object? Value)[] parameters,
        CancellationToken cancellationToken)
    {
        bool isChecked = Check is not null;
        NpgsqlCommand command = Command(sql, parameters);
        await using (command.ConfigureAwait(false))
        {
            NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                if (isChecked)
                {
                    await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
                }

                List<T> rows = [];
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    rows.Add(reader.ReadRow(read));
                }

                return rows;
            }
        }
    }

    [SuppressMessage("Security", "CA2100", Justification = "The texts are written here; values travel as parameters.")]
    private NpgsqlCommand Command(string sql, (string Name, object? Value)[] parameters)
    {
        // In one message with the command: they take no further round trip.
        sql = Check is null ? sql : $"{Check};{sql}";
        var command = new NpgsqlCommand(_isBeginning ? $"{EndIfIdle};{sql}" : sql, inner);
        Check = null;
        _isBeginning = false;
        command.CommandTimeout = isPatient ? 0 : command.CommandTimeout;
        foreach ((string name, object? value) in parameters)
        {
            command.Parameters.AddWithValue(name, value switch
            {
                null => DBNull.Value,
                string text => StorableText.Encode(text)!,
                DateTimeOffset instant => DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds()),
                Uri url => url.AbsoluteUri,
                Enum member => member.ToString(),
                _ => value,
            });
        }

        return command;
    }
}
