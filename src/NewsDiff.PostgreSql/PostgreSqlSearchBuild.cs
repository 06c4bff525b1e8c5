using NewsDiff.Sql;

namespace NewsDiff.PostgreSql;

/// <summary>Switches the search index on or off, and builds it in portions, each committed.</summary>
/// <remarks>
/// The next process to open the database with the index continues after the last portion, and several processes take
/// turns. Appends continue meanwhile.
/// </remarks>
/// <param name="connection">The database.</param>
/// <param name="progress">Receives the share that is done.</param>
internal sealed class PostgreSqlSearchBuild(PostgreSqlConnection connection, IProgress<double>? progress)
{
    private readonly string _prefix = connection.Prefix;

    /// <summary>Brings the database into the wanted state, and finds out whether it has an index.</summary>
    /// <param name="isWanted">Whether it is to have one; null leaves it as it is.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task RunAsync(bool? isWanted, CancellationToken cancellationToken)
    {
        bool isThere = await FindBuiltAsync(cancellationToken).ConfigureAwait(false) is not null;
        if (isWanted is true)
        {
            isThere = isThere || await InLockAsync(BeginAsync, cancellationToken).ConfigureAwait(false);
            bool isBuilt = await FindBuiltAsync(cancellationToken).ConfigureAwait(false) == SearchTable.Complete;
            while (!isBuilt)
            {
                isBuilt = await InLockAsync(BuildSomeAsync, cancellationToken).ConfigureAwait(false);
                await ReportAsync(isBuilt, cancellationToken).ConfigureAwait(false);
            }
        }
        else if (isWanted is false && isThere)
        {
            isThere = !await InLockAsync(RemoveAsync, cancellationToken).ConfigureAwait(false);
        }

        connection.Search.IsOn = isThere;
    }

    private Task<long?> FindBuiltAsync(CancellationToken cancellationToken) =>
        PostgreSqlSearch.FindBuiltAsync(connection, cancellationToken);

    private Task<bool> InLockAsync(
        Func<CancellationToken, Task<bool>> work, CancellationToken cancellationToken) =>
        connection.InTransactionAsync(
            async token =>
            {
                await PostgreSqlSearch.ExcludeAsync(connection, token).ConfigureAwait(false);
                return await work(token).ConfigureAwait(false);
            },
            cancellationToken);

    /// <summary>Creates the tables, when no append is running that does not know of them.</summary>
    private async Task<bool> BeginAsync(CancellationToken cancellationToken)
    {
        await ExecuteAsync($"LOCK TABLE {_prefix}version IN SHARE MODE", cancellationToken).ConfigureAwait(false);
        if (await FindBuiltAsync(cancellationToken).ConfigureAwait(false) is null)
        {
            await ExecuteAsync(
                $"""
                 CREATE SEQUENCE {_prefix}search_number;
                 CREATE TABLE {_prefix}search_row (
                     id bigint PRIMARY KEY,
                     history bigint NOT NULL,
                     hash bigint NOT NULL,
                     first integer NOT NULL,
                     last integer,
                     place integer NOT NULL,
                     form smallint NOT NULL,
                     terms tsvector NOT NULL
                 );
                 CREATE INDEX search_row_by_history ON {_prefix}search_row (history);
                 CREATE INDEX search_row_by_terms ON {_prefix}search_row USING gin (terms);
                 UPDATE {_prefix}store SET search_built = 0, search_skipped = 0;
                 """,
                cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    private async Task<bool> RemoveAsync(CancellationToken cancellationToken)
    {
        if (await FindBuiltAsync(cancellationToken).ConfigureAwait(false) is not null)
        {
            await ExecuteAsync(
                $"""
                 UPDATE {_prefix}store SET search_built = NULL, search_skipped = 0;
                 DROP TABLE {_prefix}search_row;
                 DROP SEQUENCE {_prefix}search_number;
                 """,
                cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    /// <summary>Indexes the versions after the last indexed one.</summary>
    /// <returns>Whether all are indexed now.</returns>
    private async Task<bool> BuildSomeAsync(CancellationToken cancellationToken)
    {
        long? found = await FindBuiltAsync(cancellationToken).ConfigureAwait(false);
        if (found is not { } built || built == SearchTable.Complete)
        {
            return true;
        }

        var chain = new VersionChain();
        HashSet<long> damaged = [];
        long last = built;
        List<VersionRow?> rows = await connection.QueryAsync(
            SearchTable.Next(_prefix),
            row =>
            {
                last = row.GetInt64(0);
                return SearchTable.ReadIfWhole(chain, row, withPredecessor: true, damaged);
            },
            [("@built", built)],
            cancellationToken).ConfigureAwait(false);
        foreach (VersionRow row in rows.OfType<VersionRow>())
        {
            await PostgreSqlSearch.AddAsync(
                connection, row.Predecessor, row.Version, cancellationToken).ConfigureAwait(false);
        }

        bool isDone = last == built;
        await connection.ExecuteAsync(
            SearchTable.Advance(_prefix),
            [("@built", isDone ? SearchTable.Complete : last), ("@skipped", damaged.Count)],
            cancellationToken).ConfigureAwait(false);
        return isDone;
    }

    private async Task ReportAsync(bool isBuilt, CancellationToken cancellationToken)
    {
        if (isBuilt)
        {
            // The planner then knows at once which words are rare.
            await ExecuteAsync($"ANALYZE {_prefix}search_row", cancellationToken).ConfigureAwait(false);
        }

        if (progress is not null)
        {
            double share = (await connection.QueryAsync(
                $"""
                 SELECT search_built::float8 / (SELECT coalesce(max(sequence), 1) FROM {_prefix}version)
                 FROM {_prefix}store
                 """,
                row => row.GetDouble(0),
                [],
                cancellationToken).ConfigureAwait(false))[0];
            progress.Report(isBuilt ? 1 : Math.Min(1, share));
        }
    }

    private Task<int> ExecuteAsync(string sql, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(sql, [], cancellationToken);
}
