using System.Collections.Immutable;
using NewsDiff.Events;
using NewsDiff.Storage;
using NewsDiff.Tracking;

namespace NewsDiff;

public sealed partial class InMemoryVersionStore
{
    private readonly List<ArticleEvent> _events = [];
    private readonly Dictionary<string, EventDelivery> _deliveries = [];
    private readonly SortedDictionary<(string Handler, EventCursor Cursor), DeadLetter> _deadLetters =
        new(Comparer<(string Handler, EventCursor Cursor)>.Create(static (left, right) =>
            (string.CompareOrdinal(left.Handler, right.Handler), left.Cursor)
                .CompareTo((0, right.Cursor))));

    /// <inheritdoc/>
    public ValueTask<CommitResult> CommitAsync(VisitCommit commit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(commit);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            (VisitKind, string) key = (commit.Visit.Kind, commit.Visit.Target);
            if (_visits.GetValueOrDefault(key)?.Claim != commit.Visit.Claim || !_leases.ContainsKey(key))
            {
                return ValueTask.FromResult(new CommitResult { Status = CommitStatus.LeaseLost });
            }

            ArticleVersion? head = Latest(commit.Visit.Target);
            if (commit.Draft is { } draft)
            {
                AppendResult appended = AppendHere(draft);
                head = appended.Head;
                if (!appended.IsAppended && !HiddenText.IsIn(draft, appended))
                {
                    return ValueTask.FromResult(new CommitResult { Status = CommitStatus.Conflict, Head = head });
                }
            }

            bool isErased = commit.Event == ArticleEventKind.MetadataChanged && head is not { HasText: true };
            if (commit.Event is { } kind && !isErased)
            {
                AddEvent(
                    kind, commit.Visit.Target, commit.At, head?.Number ?? 0, commit.Visit.Url.IdnHost,
                    commit.Reason, commit.MergedInto, commit.By, commit.Metadata);
            }

            _visits[key] = AsKept(commit.Visit);
            _leases.Remove(key);
            return ValueTask.FromResult(new CommitResult { Status = CommitStatus.Committed, Head = head });
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ArticleEvent> ReadEventsAsync(
        EventQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return StreamAsync(() => Select(query).Take(query.Limit ?? int.MaxValue), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<EventCursor> FindEndAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(End());
        }
    }

    /// <inheritdoc/>
    public ValueTask<EventDelivery?> ClaimDeliveryAsync(
        string handler, DateTimeOffset now, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(handler);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            EventDelivery known = _deliveries.GetValueOrDefault(handler)
                ?? new EventDelivery { Handler = handler, Cursor = End() };
            if (known.LeasedUntil > now)
            {
                return ValueTask.FromResult<EventDelivery?>(null);
            }

            EventDelivery claimed = known with
            {
                Claim = known.Claim + 1,
                LeasedUntil = UtcInstant.ToMillisecond(now + lease),
            };
            _deliveries[handler] = claimed;
            return ValueTask.FromResult<EventDelivery?>(claimed);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> SaveDeliveryAsync(
        EventDelivery delivery, DeadLetter? deadLetter = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (_deliveries.GetValueOrDefault(delivery.Handler)?.Claim != delivery.Claim)
            {
                return ValueTask.FromResult(false);
            }

            _deliveries[delivery.Handler] = delivery with
            {
                LeasedUntil = delivery.LeasedUntil is { } until ? UtcInstant.ToMillisecond(until) : null,
                RetryAt = delivery.RetryAt is { } retry ? UtcInstant.ToMillisecond(retry) : null,
            };
            if (deadLetter is not null)
            {
                _deadLetters[(deadLetter.Handler, deadLetter.Cursor)] =
                    deadLetter with { At = UtcInstant.ToMillisecond(deadLetter.At) };
            }

            return ValueTask.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<EventDelivery> ReadDeliveriesAsync(CancellationToken cancellationToken = default)
    {
        return StreamAsync(Select, cancellationToken);

        IEnumerable<EventDelivery> Select()
        {
            lock (_gate)
            {
                return [.. _deliveries.Values.OrderBy(delivery => delivery.Handler, StringComparer.Ordinal)];
            }
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<DeadLetter> ReadDeadLettersAsync(CancellationToken cancellationToken = default)
    {
        return StreamAsync(Select, cancellationToken);

        IEnumerable<DeadLetter> Select()
        {
            lock (_gate)
            {
                return [.. _deadLetters.Values];
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> RemoveDeadLetterAsync(DeadLetter deadLetter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(deadLetter);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(_deadLetters.Remove((deadLetter.Handler, deadLetter.Cursor)));
        }
    }

    /// <summary>Writes an event of a tracker whose store keeps no events.</summary>
    internal void AddEvent(
        ArticleEventKind kind, string articleId, DateTimeOffset at, int number, string host, string? reason,
        string? mergedInto = null, string? by = null, ImmutableArray<MetadataChange> metadata = default)
    {
        lock (_gate)
        {
            _events.Add(new ArticleEvent
            {
                Id = Guid.NewGuid(),
                Cursor = new EventCursor { Sequence = _events.Count + 1 },
                Kind = kind,
                ArticleId = articleId,
                At = UtcInstant.ToMillisecond(at),
                Number = number,
                Host = host,
                MergedInto = mergedInto,
                Reason = reason,
                By = by,
                Metadata = metadata,
            });
        }
    }

    /// <summary>Erases the metadata in events of versions that were taken down; the caller holds the gate.</summary>
    private void ForgetMetadata(string articleId, HashSet<int> numbers)
    {
        for (int i = 0; i < _events.Count; i++)
        {
            if (_events[i].ArticleId == articleId && numbers.Contains(_events[i].Number))
            {
                _events[i] = _events[i] with { Metadata = [] };
            }
        }
    }

    private EventCursor End() => new() { Sequence = _events.Count };

    private IEnumerable<ArticleEvent> Select(EventQuery query)
    {
        ArticleEvent[] standing;
        lock (_gate)
        {
            standing = [.. _events.Where(query.Matches)];
        }

        return query.NewestFirst ? standing.Reverse() : standing;
    }
}
