using NewsDiff.Events;
using NewsDiff.Sql;
using NewsDiff.Storage;
using NewsDiff.Tracking;
using Npgsql;

namespace NewsDiff.PostgreSql;

public sealed partial class PostgreSqlVersionStore
{
    /// <inheritdoc/>
    public async ValueTask<CommitResult> CommitAsync(
        VisitCommit commit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(commit);
        bool isRepeated = false;
        await _blocks.FillNowAndThenAsync(appends: 1, cancellationToken).ConfigureAwait(false);
        return await _database.WriteAsync(
            async (connection, token) =>
            {
                // A connection was lost: the transaction may have been committed before the answer was lost.
                if (isRepeated && await IsCommittedAsync(connection, commit, token).ConfigureAwait(false))
                {
                    return new CommitResult
                    {
                        Status = CommitStatus.Committed,
                        Head = (await FindHeadAsync(connection, commit.Visit.Target, token).ConfigureAwait(false))
                            ?.Version,
                    };
                }

                isRepeated = true;
                NpgsqlTransaction transaction = await connection.BeginTransactionAsync(token).ConfigureAwait(false);
                await using (transaction.ConfigureAwait(false))
                {
                    CommitResult result = await CommitAsync(connection, commit, token).ConfigureAwait(false);
                    if (result.Status == CommitStatus.Committed)
                    {
                        await transaction.CommitAsync(token).ConfigureAwait(false);
                    }

                    return result;
                }
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ArticleEvent> ReadEventsAsync(
        EventQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return EventTable.ReadAsync(_database, query, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<EventCursor> FindEndAsync(CancellationToken cancellationToken = default) =>
        EventTable.FindEndAsync(_database, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<StoreStamp> ReadStampAsync(
        StoreStamp? earlier, CancellationToken cancellationToken = default) =>
        PostgreSqlWatch.ReadAsync(_database, earlier, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<EventDelivery?> ClaimDeliveryAsync(
        string handler, DateTimeOffset now, TimeSpan lease, CancellationToken cancellationToken = default) =>
        DeliveryTable.ClaimAsync(_database, handler, now, lease, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<bool> SaveDeliveryAsync(
        EventDelivery delivery, DeadLetter? deadLetter = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return await _database.WriteAsync(
            async (connection, token) =>
            {
                NpgsqlTransaction transaction = await connection.BeginTransactionAsync(token).ConfigureAwait(false);
                await using (transaction.ConfigureAwait(false))
                {
                    int saved = await connection.ExecuteAsync(
                        DeliveryTable.SaveStatement(_database.Prefix), DeliveryTable.Parameters(delivery), token)
                        .ConfigureAwait(false);
                    if (saved == 1 && deadLetter is not null)
                    {
                        await connection.ExecuteAsync(
                            DeliveryTable.LetterStatement(_database.Prefix),
                            DeliveryTable.Parameters(deadLetter),
                            token).ConfigureAwait(false);
                    }

                    await transaction.CommitAsync(token).ConfigureAwait(false);
                    return saved == 1;
                }
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<EventDelivery> ReadDeliveriesAsync(CancellationToken cancellationToken = default) =>
        DeliveryTable.ReadAsync(_database, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<DeadLetter> ReadDeadLettersAsync(CancellationToken cancellationToken = default) =>
        DeliveryTable.ReadLettersAsync(_database, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> RemoveDeadLetterAsync(
        DeadLetter deadLetter, CancellationToken cancellationToken = default) =>
        DeliveryTable.RemoveLetterAsync(_database, deadLetter, cancellationToken);

    /// <summary>Whether a visit was saved under its claim: its lease has ended, and it was not claimed since.</summary>
    private async Task<bool> IsCommittedAsync(
        PostgreSqlConnection connection, VisitCommit commit, CancellationToken cancellationToken) =>
        (await connection.QueryAsync(
            $"""
             SELECT claim FROM {_database.Prefix}visit
             WHERE kind = @kind AND target = @target AND claim = @claim AND leased_until IS NULL
                 AND last_visited_at IS NOT DISTINCT FROM @last_visited_at::timestamptz
             """,
            row => row.GetInt64(0),
            VisitTable.Parameters(commit.Visit),
            cancellationToken).ConfigureAwait(false)).Count == 1;

    private async Task<CommitResult> CommitAsync(
        PostgreSqlConnection connection, VisitCommit commit, CancellationToken cancellationToken)
    {
        (string, object?)[] visit = VisitTable.Parameters(commit.Visit);
        List<long> held = await connection.QueryAsync(
            VisitTable.IsHeld(_database.Prefix) + " FOR UPDATE", row => row.GetInt64(0), visit, cancellationToken)
            .ConfigureAwait(false);
        if (held.Count == 0)
        {
            return new CommitResult { Status = CommitStatus.LeaseLost };
        }

        ArticleVersion? head;
        if (commit.Draft is { } draft)
        {
            AppendResult appended = await AppendAsync(connection, draft, attempting: null, cancellationToken)
                .ConfigureAwait(false);
            head = appended.Head;
            if (!appended.IsAppended && !HiddenText.IsIn(draft, appended))
            {
                return new CommitResult { Status = CommitStatus.Conflict, Head = head };
            }
        }
        else
        {
            head = (await FindHeadAsync(connection, commit.Visit.Target, cancellationToken).ConfigureAwait(false))
                ?.Version;
        }

        await WriteEventAsync(connection, commit, head, cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(VisitTable.SaveStatement(_database.Prefix), visit, cancellationToken)
            .ConfigureAwait(false);
        return new CommitResult { Status = CommitStatus.Committed, Head = head };
    }

    private async Task WriteEventAsync(
        PostgreSqlConnection connection, VisitCommit commit, ArticleVersion? head, CancellationToken cancellationToken)
    {
        if (EventTable.IsDue(commit, head))
        {
            await connection.ExecuteAsync(
                EventTable.Insert(_database.Prefix, _database.EventTransaction),
                EventTable.Parameters(commit, head),
                cancellationToken).ConfigureAwait(false);
        }
    }
}
