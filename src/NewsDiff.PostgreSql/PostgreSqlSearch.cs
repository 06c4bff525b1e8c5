using System.Globalization;
using NewsDiff.Search;
using NewsDiff.Sql;

namespace NewsDiff.PostgreSql;

/// <summary>Keeps the search index in step with the versions, within the caller's transaction.</summary>
/// <remarks>
/// Transactions that append share a lock (<see cref="ShareAsync"/>); building the index takes it exclusively. All
/// versions up to the highest sequence are therefore committed when a portion is built, and none is missed.
/// </remarks>
internal static class PostgreSqlSearch
{
    /// <summary>Takes the lock of appends, until the transaction ends.</summary>
    public static Task ShareAsync(PostgreSqlConnection connection, CancellationToken cancellationToken) =>
        LockAsync(connection, "pg_advisory_xact_lock_shared", cancellationToken);

    /// <summary>Waits until no transaction appends, and blocks appends until this transaction ends.</summary>
    public static Task ExcludeAsync(PostgreSqlConnection connection, CancellationToken cancellationToken) =>
        LockAsync(connection, "pg_advisory_xact_lock", cancellationToken);

    /// <summary>How far the index is built; null when there is none.</summary>
    public static async Task<long?> FindBuiltAsync(
        PostgreSqlConnection connection, CancellationToken cancellationToken) => (await connection.QueryAsync(
            SearchTable.Built(connection.Prefix),
            row => row.IsDBNull(0) ? (long?)null : row.GetInt64(0),
            [],
            cancellationToken).ConfigureAwait(false)).FirstOrDefault();

    /// <summary>Adds a version to the index.</summary>
    public static async Task AddAsync(
        PostgreSqlConnection connection, ArticleVersion? before, ArticleVersion version,
        CancellationToken cancellationToken)
    {
        long history = await FindHistoryAsync(connection, version.ArticleId, cancellationToken).ConfigureAwait(false);
        (string, object?)[] parameters = [("@history", history), ("@last", before?.Number ?? version.Number - 1)];
        string prefix = connection.Prefix;
        Dictionary<long, int> standing = (await connection.QueryAsync(
            SearchTable.Standing(prefix), row => (row.GetInt64(0), row.GetInt32(1)), parameters, cancellationToken)
            .ConfigureAwait(false)).ToDictionary();
        string? source = (await connection.QueryAsync(
            SearchTable.Source(prefix), row => row.Text(0), parameters, cancellationToken).ConfigureAwait(false))
            .FirstOrDefault();
        var lifetimes = Lifetimes.Compute(standing, before, version, source);
        if (before is not null)
        {
            await connection.ExecuteAsync(
                $"""
                 {SearchTable.End(prefix, lifetimes.Ended)};
                 DELETE FROM {prefix}search_row WHERE {SearchTable.HasReturned(lifetimes.Begun)}
                 """,
                parameters,
                cancellationToken).ConfigureAwait(false);
        }

        await InsertAsync(connection, history, version, [.. lifetimes.Rows], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Rewrites the rows of an article from the versions that the database has now.</summary>
    /// <param name="connection">The database, in a transaction.</param>
    /// <param name="articleId">The article.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    public static async Task RenewAsync(
        PostgreSqlConnection connection, string articleId, CancellationToken cancellationToken)
    {
        long history = await FindHistoryAsync(connection, articleId, cancellationToken).ConfigureAwait(false);
        if (history == 0 || await FindBuiltAsync(connection, cancellationToken).ConfigureAwait(false) is not { } built)
        {
            return;
        }

        // A concurrent append would mark texts as ended in rows that are removed here.
        await ExcludeAsync(connection, cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(
            $"DELETE FROM {connection.Prefix}search_row WHERE history = @history",
            [("@history", history)],
            cancellationToken).ConfigureAwait(false);
        var chain = new VersionChain();
        List<VersionRow?> rows = await connection.QueryAsync(
            SearchTable.History(connection.Prefix, history),
            row => SearchTable.ReadIfWhole(chain, row, withPredecessor: false),
            [],
            cancellationToken).ConfigureAwait(false);
        ArticleVersion? before = null;
        foreach (VersionRow row in rows.OfType<VersionRow>()
            .Where(row => row.Sequence <= built))
        {
            await AddAsync(connection, before, row.Version, cancellationToken).ConfigureAwait(false);
            before = row.Version;
        }
    }

    private static async Task<long> FindHistoryAsync(
        PostgreSqlConnection connection, string articleId, CancellationToken cancellationToken) =>
        (await connection.QueryAsync(
            $"SELECT key FROM {connection.Prefix}history WHERE article_id = @article",
            row => row.GetInt64(0),
            [("@article", articleId)],
            cancellationToken).ConfigureAwait(false)).FirstOrDefault();

    private static async Task LockAsync(
        PostgreSqlConnection connection, string function, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(
            $"SELECT {function}(hashtextextended(@name, 0))",
            [("@name", $"{connection.Prefix}search_row")],
            cancellationToken).ConfigureAwait(false);

    private static async Task InsertAsync(
        PostgreSqlConnection connection, long history, ArticleVersion version, SearchRow[] rows,
        CancellationToken cancellationToken)
    {
        if (rows.Length == 0)
        {
            return;
        }

        string prefix = connection.Prefix;
        long mask = (1L << SearchId.NumberBits) - 1;
        await connection.ExecuteAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                 INSERT INTO {prefix}search_row ({SearchTable.Columns}, terms)
                 SELECT @second + (nextval('{prefix.Replace("'", "''", StringComparison.Ordinal)}search_number') & {mask}),
                     @history, n.first, n.last, n.place, n.hash, n.form, CAST(n.terms AS tsvector)
                 FROM unnest(@firsts, @lasts, @places, @hashes, @forms, @vectors) n (first, last, place, hash, form, terms)
                 """),
            [
                ("@second", SearchId.FirstOf(version)),
                ("@history", history),
                ("@firsts", rows.Select(row => row.First).ToArray()),
                ("@lasts", rows.Select(row => row.Last).ToArray()),
                ("@places", rows.Select(row => row.Place).ToArray()),
                ("@hashes", rows.Select(row => row.Hash).ToArray()),
                ("@forms", rows.Select(row => (short)row.Form).ToArray()),
                ("@vectors", rows.Select(PostgreSqlSearchTerms.VectorOf).ToArray()),
            ],
            cancellationToken).ConfigureAwait(false);
    }
}
