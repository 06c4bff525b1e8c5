using NewsDiff.Events;

namespace NewsDiff.PostgreSql;

/// <summary>Compares what is visible now with what was visible before, by PostgreSQL's snapshots.</summary>
/// <remarks>
/// Two equal snapshots show the same rows. The end of the event log would not do: it waits for the oldest running
/// transaction, while a takedown that another one committed is already visible.
/// </remarks>
internal static class PostgreSqlWatch
{
    /// <summary>Reads the stamp.</summary>
    public static async ValueTask<StoreStamp> ReadAsync(
        PostgreSqlDatabase database, StoreStamp? earlier, CancellationToken cancellationToken)
    {
        (string writes, bool hasNews, DateTimeOffset? asOf) = (await database.QueryAsync(
            earlier is null ? First : Next(database.Prefix),
            row => (
                row.GetString(0), row.GetBoolean(2), row.IsDBNull(1) ? null : row.GetFieldValue<DateTimeOffset?>(1)),
            earlier is null ? [] : [("@earlier", earlier.Writes.Split(' ')[0])],
            cancellationToken).ConfigureAwait(false))[0];
        return earlier?.Writes == writes
            ? earlier
            : new StoreStamp { Writes = writes, Events = hasNews ? writes : earlier!.Events, AsOf = asOf };
    }

    // A standby's snapshot does not name the transactions that run; how far it has come in the log says the same.
    private const string State =
        "pg_current_snapshot()::text || CASE WHEN pg_is_in_recovery() "
        + "THEN ' ' || coalesce(pg_last_wal_replay_lsn()::text, '') ELSE '' END";

    // A primary that writes nothing sends nothing. So the copy is behind only if it is not connected, or has received
    // more than it has replayed.
    private const string AsOf =
        """
        CASE WHEN pg_is_in_recovery() AND clock_timestamp() - pg_last_xact_replay_timestamp() > interval '10 seconds'
            AND (pg_last_wal_receive_lsn() IS DISTINCT FROM pg_last_wal_replay_lsn()
                OR NOT EXISTS (SELECT 1 FROM pg_stat_wal_receiver))
        THEN pg_last_xact_replay_timestamp() END
        """;

    private const string First = $"SELECT {Stamp}, true";

    // What is said about the data is a part of the stamp, so that answers made before say it too.
    private const string Stamp = $"{State} || coalesce(' ' || ({AsOf})::text, ''), {AsOf}";

    /// <summary>Asks for events that are visible now, and were not before.</summary>
    private static string Next(string prefix) =>
        $"""
         SELECT {Stamp}, pg_is_in_recovery() OR EXISTS (
             SELECT 1 FROM {prefix}event, (SELECT max(event_base) AS base FROM {prefix}store) store
             WHERE transaction_id >= store.base + pg_snapshot_xmin(@earlier::pg_snapshot)::text::bigint
                 AND NOT pg_visible_in_snapshot(
                     greatest(transaction_id - store.base, 0)::text::xid8, @earlier::pg_snapshot))
         """;
}
