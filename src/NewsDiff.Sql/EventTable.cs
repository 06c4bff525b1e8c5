using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Data.Common;
using System.Security.Cryptography;
using NewsDiff.Events;
using NewsDiff.Storage;
using NewsDiff.Tracking;

namespace NewsDiff.Sql;

/// <summary>The event log, as all databases store it.</summary>
/// <remarks>
/// A row stores no event id: the id is computed from the database's id and the event's place, which never change.
/// </remarks>
internal static class EventTable
{
    private const string Columns = "kind, article_id, at, number, host, merged_into, reason, actor, metadata";

    private const string Values =
        "@kind, @event_article, @at, @event_number, @event_host, @merged_into, @reason, @actor, @metadata";

    /// <summary>The condition of the index of the few events that are neither versions nor prunings.</summary>
    /// <remarks>Pruning may write an event for every article at once.</remarks>
    private const string IsNoVersion = "kind NOT IN ('FirstSeen', 'Changed', 'Pruned')";

    /// <summary>The statement that writes an event.</summary>
    /// <param name="prefix">The prefix of each table's name.</param>
    /// <param name="transaction">As in <see cref="ISqlDatabase.EventTransaction"/>.</param>
    public static string Insert(string prefix, string? transaction = null) => transaction is null
        ? $"INSERT INTO {prefix}event ({Columns}) VALUES ({Values})"
        : $"INSERT INTO {prefix}event (transaction_id, {Columns}) VALUES ({transaction}, {Values})";

    /// <summary>The statement that writes an event for each row of another statement.</summary>
    public static string InsertAfter(string rows, string prefix, string transaction) =>
        $"INSERT INTO {prefix}event (transaction_id, {Columns}) SELECT {transaction}, {Values} FROM {rows}";

    /// <summary>The event of a version that is appended.</summary>
    public static (string Name, object? Value)[] Parameters(ArticleVersion version, string? by) => Parameters(
        version.Number == 1 ? ArticleEventKind.FirstSeen : ArticleEventKind.Changed,
        version.ArticleId, version.SeenAt, version.Number, version.Host, mergedInto: null, version.Doubt, by);

    /// <summary>Whether a visit has an event to write.</summary>
    /// <remarks>The metadata of a version that was taken down meanwhile is not stored.</remarks>
    public static bool IsDue(VisitCommit commit, ArticleVersion? head) => commit.Event is { } kind
        && (kind != ArticleEventKind.MetadataChanged || head is { HasText: true });

    /// <summary>The event of a visit.</summary>
    public static (string Name, object? Value)[] Parameters(VisitCommit commit, ArticleVersion? head) => Parameters(
        commit.Event!.Value, commit.Visit.Target, commit.At, head?.Number ?? 0, commit.Visit.Url.IdnHost,
        commit.MergedInto, commit.Reason, commit.By, MetadataJson.Serialize(commit.Metadata));

    /// <summary>The event of versions that are erased.</summary>
    public static (string Name, object? Value)[] Parameters(
        ErasureOrder order, ArticleEventKind kind, int number, string host, string reason) =>
        Parameters(
            kind, order.Query.ArticleId ?? order.ArticleId!, order.At, number, host, mergedInto: null, reason,
            order.By);

    /// <summary>The statement that erases the metadata of versions of <c>@article</c> that are taken down.</summary>
    public static string ForgetMetadata(string prefix) =>
        $"""
         UPDATE {prefix}event SET metadata = NULL
         WHERE article_id = @article AND metadata IS NOT NULL AND number IN (
             SELECT {VersionKey.NumberOf("v.id")} FROM {prefix}version v JOIN {prefix}history h
                 ON v.id BETWEEN h.key * {VersionKey.HistoryStep} AND (h.key + 1) * {VersionKey.HistoryStep} - 1
             WHERE h.article_id = @article AND v.erased = {(int)Erased.Hidden})
         """;

    /// <summary>Finds a place after all readable events.</summary>
    public static async ValueTask<EventCursor> FindEndAsync(
        ISqlDatabase database, CancellationToken cancellationToken) =>
        (await database.QueryAsync(database.EventEnd, row => ReadCursor(row, 0), [], cancellationToken)
            .ConfigureAwait(false))[0];

    public static async IAsyncEnumerable<ArticleEvent> ReadAsync(
        ISqlDatabase database,
        EventQuery query,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        EventCursor end = await FindEndAsync(database, cancellationToken).ConfigureAwait(false);
        Guid store = await StoreTable.ReadIdAsync(database, cancellationToken).ConfigureAwait(false);
        EventCursor before = query.Before < Next(end) ? query.Before.Value : Next(end);
        IAsyncEnumerable<ArticleEvent> events = Pages.ReadAsync<ArticleEvent>(
            query.Limit ?? int.MaxValue,
            (last, size, passedOver) => query.NewestFirst
                ? ReadPageAsync(
                    database, query, store, (query.After, last?.Cursor ?? before), size, passedOver,
                    cancellationToken)
                : ReadPageAsync(
                    database, query, store, (last?.Cursor ?? query.After, before), size, passedOver,
                    cancellationToken),
            cancellationToken);
        await foreach (ArticleEvent happened in events.ConfigureAwait(false))
        {
            yield return happened;
        }
    }

    private static EventCursor Next(EventCursor end) => end.Sequence < long.MaxValue
        ? end with { Sequence = end.Sequence + 1 }
        : new EventCursor { Transaction = end.Transaction + 1 };

    private static Task<List<ArticleEvent>> ReadPageAsync(
        ISqlDatabase database, EventQuery query, Guid store, (EventCursor After, EventCursor Before) places, int size,
        int passedOver, CancellationToken cancellationToken)
    {
        bool hasTransactions = database.EventTransaction is not null;
        string order = query.NewestFirst ? "DESC" : "ASC";
        string article = query.ArticleId is null ? "" : "AND article_id = @event_article ";
        string before = query.Until is null ? "" : "AND at < @until ";
        return database.QueryAsync(
            $"""
             SELECT {(hasTransactions ? "transaction_id" : "0")}, sequence, {Columns} FROM {database.Prefix}event
             WHERE {(hasTransactions
                 ? "(transaction_id, sequence) > (@after_transaction, @after) "
                    + "AND (transaction_id, sequence) < (@before_transaction, @before)"
                 : "sequence > @after AND sequence < @before")}
                 {article}{before}AND {IsOf(query.Kinds)}
             ORDER BY {(hasTransactions ? $"transaction_id {order}, " : "")}sequence {order}
             LIMIT @size OFFSET @passed_over
             """,
            row => Read(row, store),
            [
                ("@after_transaction", places.After.Transaction), ("@after", places.After.Sequence),
                ("@before_transaction", places.Before.Transaction), ("@before", places.Before.Sequence),
                ("@event_article", query.ArticleId),
                ("@until", query.Until is { } until ? database.RoundUp(until) : null),
                ("@size", size), ("@passed_over", passedOver),
            ],
            cancellationToken);
    }

    /// <summary>The condition of a kind; those that this release does not know are left out.</summary>
    private static string IsOf(ImmutableArray<ArticleEventKind> kinds)
    {
        ArticleEventKind[] wanted = [.. kinds.IsEmpty ? Enum.GetValues<ArticleEventKind>() : kinds.AsEnumerable()];
        string names = string.Join(", ", wanted.Select(kind => $"'{kind:G}'"));
        bool isNoVersion = !wanted.Any(kind => kind is
            ArticleEventKind.FirstSeen or ArticleEventKind.Changed or ArticleEventKind.Pruned);
        return $"kind IN ({names}){(isNoVersion ? $" AND {IsNoVersion}" : "")}";
    }

    private static EventCursor ReadCursor(DbDataReader row, int first) => new()
    {
        Transaction = row.GetInt64(first),
        Sequence = row.GetInt64(first + 1),
    };

    private static ArticleEvent Read(DbDataReader row, Guid store)
    {
        EventCursor cursor = ReadCursor(row, 0);
        var happened = new StoredRow(row, "event");
        return new ArticleEvent
        {
            Id = ComputeId(store, cursor),
            Cursor = cursor,
            Kind = Enum.Parse<ArticleEventKind>(row.Text(2)),
            ArticleId = happened.Text(3),
            At = happened.Instant(4),
            Number = happened.Number(5, least: 0),
            Host = happened.Text(6),
            MergedInto = happened.TextOrNull(7),
            Reason = happened.TextOrNull(8),
            By = happened.TextOrNull(9),
            Metadata = happened.Read(10, static (row, column) => MetadataJson.Deserialize(row.TextOrNull(column))),
        };
    }

    private static Guid ComputeId(Guid store, EventCursor cursor)
    {
        Span<byte> name = stackalloc byte[32];
        store.TryWriteBytes(name);
        BinaryPrimitives.WriteInt64LittleEndian(name[16..], cursor.Transaction);
        BinaryPrimitives.WriteInt64LittleEndian(name[24..], cursor.Sequence);
        return new Guid(SHA256.HashData(name).AsSpan(0, 16));
    }

    private static (string Name, object? Value)[] Parameters(
        ArticleEventKind kind, string articleId, DateTimeOffset at, int number, string host, string? mergedInto,
        string? reason, string? by = null, string? metadata = null) =>
    [
        ("@kind", kind), ("@event_article", articleId), ("@at", at), ("@event_number", number), ("@event_host", host),
        ("@merged_into", mergedInto), ("@reason", reason), ("@actor", by),
        ("@metadata", metadata),
    ];
}
