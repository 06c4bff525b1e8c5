using System.Collections.Immutable;
using NewsDiff.Sql;
using NewsDiff.Storage;
using Npgsql;

namespace NewsDiff.PostgreSql;

public sealed partial class PostgreSqlVersionStore
{
    /// <inheritdoc/>
    /// <remarks>The server overwrites the old rows after its next vacuum, and keeps its own log for a while.</remarks>
    public async ValueTask<int> HideAsync(
        VersionQuery query, string reason, string by, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        CareArguments.CheckHiding(query, reason, by);
        var order = new ErasureOrder(query, Erased.Hidden) { Reason = reason, By = by, At = at };
        List<long> histories = await _database.QueryAsync(
            ErasureOrder.SelectHistory(_database.Prefix),
            row => row.GetInt64(0),
            [("@article", query.ArticleId)],
            cancellationToken).ConfigureAwait(false);
        return histories is [var history]
            ? await EraseAsync(order, history, cancellationToken).ConfigureAwait(false)
            : 0;
    }

    /// <inheritdoc/>
    public async ValueTask<int> PruneAsync(
        VersionQuery query, int keepLatest, string reason, string by, DateTimeOffset at,
        CancellationToken cancellationToken = default)
    {
        CareArguments.CheckPruning(query, keepLatest, reason, by);
        var order = new ErasureOrder(query, Erased.Pruned)
        {
            KeepLatest = keepLatest,
            Reason = reason,
            By = by,
            At = at,
        };
        int pruned = 0;
        await foreach (long history in order.ReadHistoriesAsync(_database, cancellationToken).ConfigureAwait(false))
        {
            pruned += await EraseAsync(order, history, cancellationToken).ConfigureAwait(false);
        }

        return pruned;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> ReplaceReadingsAsync(
        IReadOnlyCollection<ArticleVersion> readings, CancellationToken cancellationToken = default)
    {
        string articleId = CareArguments.CheckReadings(readings);
        return await RewriteAsync(
            (connection, token) => ReplaceAsync(connection, articleId, readings, token), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<string> VerifyAsync(
        IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        new Verification(_database, progress, []).RunAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableSortedDictionary<string, long>> CountAsync(
        DateTimeOffset now, CancellationToken cancellationToken = default) =>
        CountTable.ReadAsync(_database, now, cancellationToken);

    /// <summary>Erases versions of an article in one transaction.</summary>
    /// <returns>The number of versions that were erased.</returns>
    private Task<int> EraseAsync(ErasureOrder order, long history, CancellationToken cancellationToken) =>
        RewriteAsync((connection, token) => EraseAsync(connection, order, history, token), cancellationToken);

    /// <summary>Rewrites rows of versions in one transaction.</summary>
    private Task<T> RewriteAsync<T>(
        Func<PostgreSqlConnection, CancellationToken, Task<T>> rewrite, CancellationToken cancellationToken) =>
        _database.WriteAsync(
            async (connection, token) =>
            {
                NpgsqlTransaction transaction = await connection.BeginTransactionAsync(token).ConfigureAwait(false);
                await using (transaction.ConfigureAwait(false))
                {
                    // The locks are taken in the same order as by appends.
                    await PostgreSqlSearch.ExcludeAsync(connection, token).ConfigureAwait(false);

                    // Appends that refer to these rows end before it, or start after it and read them again.
                    await connection.ExecuteAsync(
                        $"LOCK TABLE {connection.Prefix}version IN SHARE ROW EXCLUSIVE MODE", [], token)
                        .ConfigureAwait(false);
                    T result = await rewrite(connection, token).ConfigureAwait(false);
                    await transaction.CommitAsync(token).ConfigureAwait(false);
                    return result;
                }
            },
            cancellationToken);

    /// <summary>Replaces readings within the caller's transaction.</summary>
    private static async Task<bool> ReplaceAsync(
        PostgreSqlConnection connection, string articleId, IReadOnlyCollection<ArticleVersion> readings,
        CancellationToken cancellationToken)
    {
        List<RereadRow> rows = await connection.QueryAsync(
            Rereading.Select(connection.Prefix), RereadRow.Read, [("@article", articleId)], cancellationToken)
            .ConfigureAwait(false);
        if (Rereading.Plan(rows, readings) is not { } changed)
        {
            return false;
        }

        foreach (RereadRow row in changed)
        {
            await connection.ExecuteAsync(Rereading.Update(connection.Prefix), row.Parameters, cancellationToken)
                .ConfigureAwait(false);
        }

        await PostgreSqlSearch.RenewAsync(connection, articleId, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task<int> EraseAsync(
        PostgreSqlConnection connection, ErasureOrder order, long history, CancellationToken cancellationToken)
    {
        (string select, (string, object?)[] parameters) = order.Select(_database, history);
        List<RekeyedVersion> changed = Erasure.Plan(
            await connection.QueryAsync(select, StoredBody.Read, parameters, cancellationToken).ConfigureAwait(false),
            order);
        int erased = changed.Count(version => version.IsErasedNow);
        if (erased > 0)
        {
            await RewriteAsync(connection, order, history, changed, cancellationToken).ConfigureAwait(false);
        }

        if (order.Kind == Erased.Hidden)
        {
            await ForgetAsync(connection, order, erased > 0, cancellationToken).ConfigureAwait(false);
        }

        return erased;
    }

    /// <summary>Writes the rows without their texts, the events, and the renewed search index.</summary>
    private async Task RewriteAsync(
        PostgreSqlConnection connection, ErasureOrder order, long history, List<RekeyedVersion> changed,
        CancellationToken cancellationToken)
    {
        foreach (RekeyedVersion version in changed)
        {
            await connection.ExecuteAsync(
                ErasureOrder.Update(connection.Prefix), version.Parameters, cancellationToken).ConfigureAwait(false);
        }

        string article = (await connection.QueryAsync(
            ErasureOrder.SelectArticle(connection.Prefix), row => row.Text(0), [("@key", history)], cancellationToken)
            .ConfigureAwait(false))[0];
        foreach ((string, object?)[] happened in (order with { ArticleId = article }).EventsOf(changed))
        {
            await connection.ExecuteAsync(
                EventTable.Insert(connection.Prefix, _database.EventTransaction), happened, cancellationToken)
                .ConfigureAwait(false);
        }

        await PostgreSqlSearch.RenewAsync(connection, article, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Erases traces of a text that was taken down from visits and events.</summary>
    /// <remarks>
    /// The visit is updated first. A commit locks the visit's row, so either this waits for the commit's event, or the
    /// commit sees the takedown.
    /// </remarks>
    private static async Task ForgetAsync(
        PostgreSqlConnection connection, ErasureOrder order, bool hasErased, CancellationToken cancellationToken)
    {
        if (hasErased)
        {
            await connection.ExecuteAsync(
                ErasureOrder.ForgetVisit(connection.Prefix), order.Visit, cancellationToken).ConfigureAwait(false);
        }

        await connection.ExecuteAsync(
            EventTable.ForgetMetadata(connection.Prefix), [("@article", order.Query.ArticleId)], cancellationToken)
            .ConfigureAwait(false);
    }
}
