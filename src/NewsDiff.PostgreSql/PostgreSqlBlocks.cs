using NewsDiff.Sql;
using Npgsql;

namespace NewsDiff.PostgreSql;

/// <summary>Writes missing <see cref="VersionBlocks"/> from time to time.</summary>
internal sealed class PostgreSqlBlocks(PostgreSqlDatabase database)
{
    /// <summary>The number of appends between two checks; a check costs one short query.</summary>
    private const int AppendsBetween = VersionBlocks.Size / 4;

    /// <summary>How long other processes may be kept from appending, in milliseconds.</summary>
    private const int LongestWait = 200;

    private long _appends;

    /// <summary>Writes missing blocks, at every 256th append.</summary>
    public Task FillNowAndThenAsync(int appends, CancellationToken cancellationToken)
    {
        long after = Interlocked.Add(ref _appends, appends);
        return after / AppendsBetween == (after - appends) / AppendsBetween
            ? Task.CompletedTask
            : database.RunAsync(FillAsync, cancellationToken);
    }

    /// <summary>Writes missing blocks, unless concurrent appends take longer than the wait.</summary>
    /// <returns>Whether none is missing now.</returns>
    public static async Task<bool> FillAsync(PostgreSqlConnection connection, CancellationToken cancellationToken)
    {
        string prefix = connection.Prefix;
        if (await connection.QueryAsync(
            VersionBlocks.AreMissing(prefix), row => row.GetInt32(0), [], cancellationToken)
            .ConfigureAwait(false) is not [1])
        {
            return true;
        }

        try
        {
            return await connection.InTransactionAsync(
                async token =>
                {
                    // A sequence is assigned before its transaction commits, so transactions that have one must end
                    // first.
                    await connection.ExecuteAsync(
                        $"""
                         SET LOCAL lock_timeout = {LongestWait}; LOCK TABLE {prefix}version IN SHARE MODE;
                         {VersionBlocks.Fill(prefix)} ON CONFLICT DO NOTHING
                         """,
                        [],
                        token).ConfigureAwait(false);
                    return true;
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }
    }
}
