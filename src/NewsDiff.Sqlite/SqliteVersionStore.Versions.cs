using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using NewsDiff.Sql;

namespace NewsDiff.Sqlite;

public sealed partial class SqliteVersionStore
{
    /// <inheritdoc/>
    public async ValueTask<ArticleVersion?> FindLatestAsync(
        string articleId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(articleId);
        StoredHead? head = await _database.ReadAsync(
            connection => FindHead(connection, articleId), cancellationToken).ConfigureAwait(false);
        return head?.Version;
    }

    /// <inheritdoc/>
    public async ValueTask<AppendResult> AppendAsync(VersionDraft draft, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);

        // Most visits find nothing new, which is decided without the write lock that other processes need.
        return await _database.WriteIfAsync(
            connection =>
            {
                StoredHead? head = FindHead(connection, draft.ArticleId);
                AppendResult result = draft.ApplyTo(head?.Version);
                return ((head, result), result, result.IsAppended);
            },
            (connection, read) => read.head is { } head && IsLatest(connection, head)
                ? Index(connection, search => Insert(connection, read.result.Head!, head, draft.By, search))
                : Append(connection, draft),
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<AppendResult>> AppendAllAsync(
        IReadOnlyList<VersionDraft> drafts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        return await _database.WriteAsync(
            connection => Index(
                connection,
                search => drafts.Select(draft => Append(connection, draft, search)).ToImmutableArray()),
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ArticleVersion> ReadVersionsAsync(
        VersionQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new VersionPages(_database, query, withPredecessors: false)
            .ReadAsync(row => row.Version, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ArticleChange> ReadChangesAsync(
        VersionQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new VersionPages(_database, query, withPredecessors: true)
            .ReadAsync(row => new ArticleChange(row.Predecessor!, row.Version), cancellationToken);
    }

    /// <summary>The latest version, and what an append needs to refer to it.</summary>
    private static StoredHead? FindHead(SqliteConnection connection, string articleId)
    {
        var chain = new VersionChain();
        return connection.Query(
            StoredHead.Select(prefix: ""),
            row => chain.Read(row, withPredecessor: false) is null ? null : chain.Head,
            ("@article", articleId)).LastOrDefault();
    }

    /// <summary>Appends within the caller's transaction.</summary>
    private static AppendResult Append(SqliteConnection connection, VersionDraft draft) =>
        Index(connection, search => Append(connection, draft, search));

    private static AppendResult Append(SqliteConnection connection, VersionDraft draft, SqliteSearchBatch search)
    {
        StoredHead? head = FindHead(connection, draft.ArticleId);
        AppendResult result = draft.ApplyTo(head?.Version);
        return result.IsAppended ? Insert(connection, result.Head!, head, draft.By, search) : result;
    }

    /// <summary>Appends, and completes the search index.</summary>
    private static T Index<T>(SqliteConnection connection, Func<SqliteSearchBatch, T> append)
    {
        using var search = new SqliteSearchBatch(connection);
        T result = append(search);
        search.Complete();
        return result;
    }

    private static bool IsLatest(SqliteConnection connection, StoredHead head) =>
        connection.Query(StoredHead.SelectUnchanged(prefix: ""), head.IsIn, ("@id", head.Key)) is [true];

    private static AppendResult Insert(
        SqliteConnection connection, ArticleVersion version, StoredHead? head, string? by, SqliteSearchBatch search)
    {
        connection.Execute(
            "INSERT INTO host (name) SELECT @host WHERE NOT EXISTS (SELECT 1 FROM host WHERE name = @host)",
            ("@host", version.Host));
        long history = head?.History ?? AddHistory(connection, version.ArticleId);
        List<long> stored = connection.Query(
            $"""
             INSERT INTO version (id, sequence, host, {VersionRow.GivenColumns})
             SELECT @id, (SELECT coalesce(max(sequence), 0) + 1 FROM version), key, {VersionRow.GivenValues}
             FROM host WHERE name = @host AND {VersionRow.IsNotHidden(prefix: "")}
             RETURNING sequence
             """,
            row => row.GetInt64(0),
            [("@id", VersionKey.Of(history, version.Number)), .. VersionRow.Parameters(version, head?.Body)]);
        if (stored is not [var sequence])
        {
            // The text was taken down.
            return new AppendResult { Status = AppendStatus.Unchanged, Head = head?.Version };
        }

        connection.Execute(EventTable.Insert(prefix: ""), EventTable.Parameters(version, by));
        if (sequence % VersionBlocks.Size == 0)
        {
            connection.Execute(VersionBlocks.Fill(prefix: ""));
        }

        search.Add(history, head?.Version, version);
        return new AppendResult { Status = AppendStatus.Appended, Head = version };
    }

    private static long AddHistory(SqliteConnection connection, string articleId) => connection.Query(
        """
        INSERT INTO history (article_id) VALUES (@article)
        ON CONFLICT (article_id) DO UPDATE SET article_id = excluded.article_id RETURNING key
        """,
        row => row.GetInt64(0),
        ("@article", articleId))[0];
}
