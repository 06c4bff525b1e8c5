using Microsoft.Data.Sqlite;
using NewsDiff.Events;
using NewsDiff.Sql;
using NewsDiff.Storage;
using NewsDiff.Tracking;

namespace NewsDiff.Sqlite;

public sealed partial class SqliteVersionStore
{
    /// <inheritdoc/>
    public async ValueTask<CommitResult> CommitAsync(
        VisitCommit commit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(commit);
        return await _database.WriteAsync(connection => Commit(connection, commit), cancellationToken)
            .ConfigureAwait(false);
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
    public async ValueTask<StoreStamp> ReadStampAsync(
        StoreStamp? earlier, CancellationToken cancellationToken = default) =>
        await _database.ReadStampAsync(earlier, cancellationToken).ConfigureAwait(false);

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
            connection =>
            {
                bool isSaved = connection.Execute(
                    DeliveryTable.SaveStatement(_database.Prefix), DeliveryTable.Parameters(delivery)) == 1;
                if (isSaved && deadLetter is not null)
                {
                    connection.Execute(
                        DeliveryTable.LetterStatement(_database.Prefix), DeliveryTable.Parameters(deadLetter));
                }

                return isSaved;
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

    private CommitResult Commit(SqliteConnection connection, VisitCommit commit)
    {
        (string, object?)[] visit = VisitTable.Parameters(commit.Visit);
        if (connection.Query(VisitTable.IsHeld(_database.Prefix), static row => row.GetInt64(0), visit).Count == 0)
        {
            return new CommitResult { Status = CommitStatus.LeaseLost };
        }

        ArticleVersion? head;
        if (commit.Draft is { } draft)
        {
            AppendResult appended = Append(connection, draft);
            head = appended.Head;
            if (!appended.IsAppended && !HiddenText.IsIn(draft, appended))
            {
                return new CommitResult { Status = CommitStatus.Conflict, Head = head };
            }
        }
        else
        {
            head = FindHead(connection, commit.Visit.Target)?.Version;
        }

        if (EventTable.IsDue(commit, head))
        {
            connection.Execute(EventTable.Insert(_database.Prefix), EventTable.Parameters(commit, head));
        }

        Save(connection, visit);
        return new CommitResult { Status = CommitStatus.Committed, Head = head };
    }
}
