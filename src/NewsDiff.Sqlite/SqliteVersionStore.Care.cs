using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using NewsDiff.Sql;
using NewsDiff.Storage;

namespace NewsDiff.Sqlite;

public sealed partial class SqliteVersionStore
{
    /// <inheritdoc/>
    public async ValueTask<int> HideAsync(
        VersionQuery query, string reason, string by, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        CareArguments.CheckHiding(query, reason, by);
        var order = new ErasureOrder(query, Erased.Hidden) { Reason = reason, By = by, At = at };
        return await _database.EraseAsync(connection => Hide(connection, order), cancellationToken)
            .ConfigureAwait(false);
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
            pruned += await _database.WriteAsync(
                connection => Erase(connection, order, history), cancellationToken).ConfigureAwait(false);
        }

        return pruned;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> ReplaceReadingsAsync(
        IReadOnlyCollection<ArticleVersion> readings, CancellationToken cancellationToken = default)
    {
        string articleId = CareArguments.CheckReadings(readings);
        return await _database.WriteAsync(connection => Replace(connection, articleId, readings), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> VerifyAsync(
        IProgress<double>? progress = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // On a separate connection: reads continue meanwhile, and SQLite checks the full-text index against the
        // connection's cache of it, which is out of date if another connection wrote after the last search.
        using SqliteDatabase? another = _database.TryOpenAnother();
        var verification = new Verification(another ?? _database, progress, ["PRAGMA integrity_check(1000)"]);
        await foreach (string fault in verification.RunAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return fault;
        }
    }

    /// <inheritdoc/>
    public ValueTask<ImmutableSortedDictionary<string, long>> CountAsync(
        DateTimeOffset now, CancellationToken cancellationToken = default) =>
        CountTable.ReadAsync(_database, now, cancellationToken);

    private int Hide(SqliteConnection connection, ErasureOrder order)
    {
        (string, object?) article = ("@article", order.Query.ArticleId);
        int hidden = connection.Query(ErasureOrder.SelectHistory(prefix: ""), row => row.GetInt64(0), article)
            .Sum(history => Erase(connection, order, history));
        connection.Execute(EventTable.ForgetMetadata(prefix: ""), article);
        if (hidden > 0)
        {
            connection.Execute(ErasureOrder.ForgetVisit(prefix: ""), order.Visit);
        }

        return hidden;
    }

    /// <summary>Replaces readings within the caller's transaction.</summary>
    private static bool Replace(
        SqliteConnection connection, string articleId, IReadOnlyCollection<ArticleVersion> readings)
    {
        List<RereadRow> rows = connection.Query(
            Rereading.Select(prefix: ""), RereadRow.Read, ("@article", articleId));
        if (Rereading.Plan(rows, readings) is not { } changed)
        {
            return false;
        }

        foreach (RereadRow row in changed)
        {
            connection.Execute(Rereading.Update(prefix: ""), row.Parameters);
        }

        SqliteSearch.Renew(connection, articleId);
        return true;
    }

    /// <summary>Erases versions of an article within the caller's transaction.</summary>
    /// <returns>The number of versions that were erased.</returns>
    private int Erase(SqliteConnection connection, ErasureOrder order, long history)
    {
        (string select, (string, object?)[] parameters) = order.Select(_database, history);
        List<RekeyedVersion> changed = Erasure.Plan(connection.Query(select, StoredBody.Read, parameters), order);
        int erased = changed.Count(version => version.IsErasedNow);
        if (erased == 0)
        {
            return 0;
        }

        foreach (RekeyedVersion version in changed)
        {
            connection.Execute(ErasureOrder.Update(prefix: ""), version.Parameters);
        }

        string article = connection.Query(
            ErasureOrder.SelectArticle(prefix: ""), row => row.Text(0), ("@key", history))[0];
        foreach ((string, object?)[] happened in (order with { ArticleId = article }).EventsOf(changed))
        {
            connection.Execute(EventTable.Insert(prefix: ""), happened);
        }

        SqliteSearch.Renew(connection, article);
        return erased;
    }
}
