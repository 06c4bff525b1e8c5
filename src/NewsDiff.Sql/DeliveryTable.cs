using System.Data.Common;
using NewsDiff.Events;

namespace NewsDiff.Sql;

/// <summary>How far each handler has come, as all databases store it.</summary>
internal static class DeliveryTable
{
    private const string Columns =
        "handler, cursor_transaction, cursor_sequence, claim, leased_until, failures, retry_at, last_reason, memory";

    private const string LetterColumns = "handler, cursor_transaction, cursor_sequence, at, attempts, reason";

    public static async ValueTask<EventDelivery?> ClaimAsync(
        ISqlDatabase database, string handler, DateTimeOffset now, TimeSpan lease, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(handler);
        EventCursor end = await EventTable.FindEndAsync(database, cancellationToken).ConfigureAwait(false);
        await database.ExecuteAsync(
            $"""
             INSERT INTO {database.Prefix}event_delivery (handler, cursor_transaction, cursor_sequence, claim, failures)
             VALUES (@handler, @transaction, @sequence, 0, 0) ON CONFLICT (handler) DO NOTHING
             """,
            [("@handler", handler), ("@transaction", end.Transaction), ("@sequence", end.Sequence)],
            cancellationToken).ConfigureAwait(false);
        int claimed = await database.ExecuteAsync(
            $"""
             UPDATE {database.Prefix}event_delivery SET claim = claim + 1, leased_until = @until
             WHERE handler = @handler AND (leased_until IS NULL OR leased_until <= @now)
             """,
            [("@handler", handler), ("@now", now), ("@until", now + lease)],
            cancellationToken).ConfigureAwait(false);
        return claimed == 0
            ? null
            : (await database.QueryAsync(
                $"SELECT {Columns} FROM {database.Prefix}event_delivery WHERE handler = @handler",
                Read,
                [("@handler", handler)],
                cancellationToken).ConfigureAwait(false))[0];
    }

    public static IAsyncEnumerable<EventDelivery> ReadAsync(
        ISqlDatabase database, CancellationToken cancellationToken) =>
        Pages.ReadAsync<EventDelivery>(
            int.MaxValue,
            (last, size, passedOver) => database.QueryAsync(
                $"""
                 SELECT {Columns} FROM {database.Prefix}event_delivery
                 WHERE handler > @handler ORDER BY handler LIMIT @size OFFSET @passed_over
                 """,
                Read,
                [("@handler", last?.Handler ?? ""), ("@size", size), ("@passed_over", passedOver)],
                cancellationToken),
            cancellationToken);

    /// <summary>The statement that saves a delivery, if it is still claimed by the caller.</summary>
    public static string SaveStatement(string prefix) =>
        $"""
         UPDATE {prefix}event_delivery SET
             cursor_transaction = @transaction, cursor_sequence = @sequence, leased_until = @leased_until,
             failures = @failures, retry_at = @retry_at, last_reason = @last_reason, memory = @memory
         WHERE handler = @handler AND claim = @claim
         """;

    /// <summary>The statement that puts an event aside.</summary>
    public static string LetterStatement(string prefix) =>
        $"""
         INSERT INTO {prefix}dead_letter ({LetterColumns})
         VALUES (@handler, @transaction, @sequence, @at, @attempts, @reason)
         ON CONFLICT (handler, cursor_transaction, cursor_sequence) DO UPDATE
             SET at = excluded.at, attempts = excluded.attempts, reason = excluded.reason
         """;

    public static IAsyncEnumerable<DeadLetter> ReadLettersAsync(
        ISqlDatabase database, CancellationToken cancellationToken) =>
        Pages.ReadAsync<DeadLetter>(
            int.MaxValue,
            (last, size, passedOver) => database.QueryAsync(
                $"""
                 SELECT {LetterColumns} FROM {database.Prefix}dead_letter
                 WHERE (handler, cursor_transaction, cursor_sequence) > (@handler, @transaction, @sequence)
                 ORDER BY handler, cursor_transaction, cursor_sequence LIMIT @size OFFSET @passed_over
                 """,
                ReadLetter,
                [
                    ("@handler", last?.Handler ?? ""), ("@transaction", last?.Cursor.Transaction ?? 0),
                    ("@sequence", last?.Cursor.Sequence ?? 0), ("@size", size), ("@passed_over", passedOver),
                ],
                cancellationToken),
            cancellationToken);

    public static async ValueTask<bool> RemoveLetterAsync(
        ISqlDatabase database, DeadLetter letter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(letter);
        return await database.ExecuteAsync(
            $"""
             DELETE FROM {database.Prefix}dead_letter
             WHERE handler = @handler AND cursor_transaction = @transaction AND cursor_sequence = @sequence
             """,
            Parameters(letter)[..3],
            cancellationToken).ConfigureAwait(false) == 1;
    }

    public static (string Name, object? Value)[] Parameters(EventDelivery delivery) =>
    [
        ("@handler", delivery.Handler), ("@transaction", delivery.Cursor.Transaction),
        ("@sequence", delivery.Cursor.Sequence), ("@claim", delivery.Claim),
        ("@leased_until", delivery.LeasedUntil), ("@failures", delivery.Failures), ("@retry_at", delivery.RetryAt),
        ("@last_reason", delivery.LastReason), ("@memory", delivery.Memory),
    ];

    public static (string Name, object? Value)[] Parameters(DeadLetter letter) =>
    [
        ("@handler", letter.Handler), ("@transaction", letter.Cursor.Transaction),
        ("@sequence", letter.Cursor.Sequence), ("@at", letter.At), ("@attempts", letter.Attempts),
        ("@reason", letter.Reason),
    ];

    private static EventDelivery Read(DbDataReader row)
    {
        var delivery = new StoredRow(row, "event_delivery");
        return new EventDelivery
        {
            Handler = delivery.Text(0),
            Cursor = ReadCursor(row),
            Claim = row.GetInt64(3),
            LeasedUntil = row.InstantOrNull(4),
            Failures = delivery.Number(5, least: 0),
            RetryAt = row.InstantOrNull(6),
            LastReason = delivery.TextOrNull(7),
            Memory = delivery.TextOrNull(8),
        };
    }

    private static DeadLetter ReadLetter(DbDataReader row)
    {
        var letter = new StoredRow(row, "dead_letter");
        return new DeadLetter
        {
            Handler = letter.Text(0),
            Cursor = ReadCursor(row),
            At = letter.Instant(3),
            Attempts = letter.Number(4, least: 0),
            Reason = letter.TextOrNull(5),
        };
    }

    private static EventCursor ReadCursor(DbDataReader row) => new()
    {
        Transaction = row.GetInt64(1),
        Sequence = row.GetInt64(2),
    };
}
