using System.Collections.Immutable;
using NewsDiff.Events;

namespace NewsDiff.Testing.Contracts;

public sealed partial class StoreModel<TStore>
{
    private StoreOperation ReadEvents()
    {
        string? article = _random.Next(3) == 0 ? Article() : null;
        int limit = _random.Next(1, 120);
        bool isNewestFirst = _random.Next(4) == 0;
        bool isAtEnd = _random.Next(12) == 0;
        ImmutableArray<ArticleEventKind> kinds =
            [.. Enum.GetValues<ArticleEventKind>().Where(_ => _random.Next(8) == 0)];
        DateTimeOffset? until = _random.Next(4) == 0 ? _now.AddHours(-_random.Next(240)) : null;
        return async (store, isModel, stop) =>
        {
            await (isModel ? Task.CompletedTask : settle());
            if (isAtEnd)
            {
                Hear(isModel, await ((IEventLog)store).FindEndAsync(stop));
            }

            List<ArticleEvent> events = await ((IEventLog)store).ReadEventsAsync(
                new EventQuery
                {
                    After = isNewestFirst ? default : Heard(isModel),
                    ArticleId = article,
                    Kinds = kinds,
                    Until = until,
                    Limit = limit,
                    NewestFirst = isNewestFirst,
                },
                stop).ToListAsync(stop);
            if (!isNewestFirst && events is [.., var last])
            {
                Hear(isModel, last.Cursor);
            }

            return string.Join('\n', events.Select(Describe));
        };
    }

    private StoreOperation Deliver()
    {
        string handler = $"handler {_random.Next(3)}";
        (DateTimeOffset now, TimeSpan lease) = (_now, TimeSpan.FromMinutes(_random.Next(1, 20)));
        (int failures, int lateBy) = (_random.Next(3), _random.Next(4) == 0 ? 1 : 0);
        (bool isReleased, bool isPutAside) = (_random.Next(2) == 0, _random.Next(3) == 0);
        string? memory = _random.Next(3) == 0 ? $"{{\"{_random.Next(9)}\":1}}" : null;
        DateTimeOffset? retryAt = _random.Next(2) == 0 ? now.AddMinutes(_random.Next(60)) : null;
        return async (store, isModel, stop) =>
        {
            await (isModel ? Task.CompletedTask : settle());
            var deliveries = (IEventDeliveryStore)store;
            EventDelivery? claimed = await deliveries.ClaimDeliveryAsync(handler, now, lease, stop);
            string next = claimed is null ? "" : await DescribeNextAsync(store, claimed.Cursor, stop);
            bool isSaved = claimed is not null && await deliveries.SaveDeliveryAsync(
                claimed with
                {
                    Cursor = Heard(isModel),
                    Claim = claimed.Claim - lateBy,
                    Failures = failures,
                    LeasedUntil = isReleased ? null : now + lease,
                    RetryAt = retryAt,
                    LastReason = failures > 0 ? "It failed." : null,
                    Memory = memory,
                },
                isPutAside ? Letter(handler, Heard(isModel), now, failures) : null,
                stop);
            return $"{next}\n{isSaved} " + string.Join('\n', await deliveries.ReadDeliveriesAsync(stop)
                .Select(delivery => $"{delivery with { Cursor = default }}").ToListAsync(stop));
        };
    }

    /// <summary>Removes the first dead letter, or one that does not exist.</summary>
    private StoreOperation ForgetLetter()
    {
        bool isUnknown = _random.Next(4) == 0;
        return async (store, _, stop) =>
        {
            var letters = (IDeadLetterStore)store;
            List<DeadLetter> known = await letters.ReadDeadLettersAsync(stop).ToListAsync(stop);
            DeadLetter? first = known.FirstOrDefault();
            bool isRemoved = first is not null && await letters.RemoveDeadLetterAsync(
                isUnknown ? first with { Handler = "nobody" } : first, stop);
            return $"{isRemoved} {string.Join('\n', known.Select(letter => $"{letter with { Cursor = default }}"))}";
        };
    }

    private static DeadLetter Letter(string handler, EventCursor cursor, DateTimeOffset at, int attempts) => new()
    {
        Handler = handler,
        Cursor = cursor,
        At = at,
        Attempts = attempts,
        Reason = attempts == 0 ? null : "It failed.",
    };

    /// <summary>Describes a cursor by its next events: stores number events differently.</summary>
    private static async Task<string> DescribeNextAsync(object store, EventCursor cursor, CancellationToken stop) =>
        string.Join('\n', await ((IEventLog)store).ReadEventsAsync(new EventQuery { After = cursor, Limit = 2 }, stop)
            .Select(Describe).ToListAsync(stop));

    private EventCursor Heard(bool isModel) => isModel ? _modelHeard : _heard;

    private void Hear(bool isModel, EventCursor cursor) =>
        (_modelHeard, _heard) = isModel ? (cursor, _heard) : (_modelHeard, cursor);

    private static string Describe(ArticleEvent happened) =>
        $"{happened} {happened.At:O} {happened.Host} {happened.MergedInto} {happened.Reason} {happened.By}";
}
