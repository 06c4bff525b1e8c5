using System.Collections.Concurrent;
using NewsDiff.Events;
using NewsDiff.Sqlite;
using NewsDiff.TestSupport;

namespace NewsDiff.Hosting.Tests;

/// <summary>What handlers may ask for: later, not at all, one digest.</summary>
public sealed class HandlerWishesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _clock = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_event_that_is_postponed_comes_at_its_time_and_no_attempt_is_counted()
    {
        DateTimeOffset morning = _clock.Now.AddHours(9);
        var ear = new Ear
        {
            Clock = () => _clock.Now,
            Answer = (_, _) => _clock.Now < morning
                ? throw new HandlerPostponedException(morning, "Quiet hours.")
                : ValueTask.CompletedTask,
        };
        await using DeliveringHost host = await DeliveringHost.StartAsync(_folder.File("news.db"), _clock, ear);
        await AppendAsync(host.Store, 1);
        await AppendAsync(host.Store, 2);
        await host.AdvanceUntilAsync(() => !ear.Heard.IsEmpty);
        EventDelivery waiting = await FindAsync(host.Store, delivery => delivery.RetryAt is not null);

        await host.AdvanceUntilAsync(() => ear.Heard.Count == 3, TimeSpan.FromMinutes(10));

        Assert.Equal((morning, 0, "Quiet hours."), (waiting.RetryAt, waiting.Failures, waiting.LastReason));
        Assert.Equal([1, 1, 2], ear.Heard.Select(heard => heard.Number));
        Assert.All(ear.Heard.Skip(1), heard => Assert.True(heard.At >= morning));
        Assert.Empty(host.Log.Errors);
    }

    [Fact]
    public async Task What_a_handler_does_not_want_is_neither_delivered_nor_counted_for_a_digest()
    {
        var ear = new DigestEar
        {
            Clock = () => _clock.Now,
            MaxPerHour = 1,
            IsWanted = notice => notice.Event.Number % 2 == 0,
        };
        await using DeliveringHost host = await DeliveringHost.StartAsync(_folder.File("news.db"), _clock, ear);
        for (int number = 1; number <= 8; number++)
        {
            await AppendAsync(host.Store, number);
        }

        await host.AdvanceUntilAsync(() => !ear.Digests.IsEmpty, TimeSpan.FromMinutes(5));

        Assert.Equal([2], ear.Heard.Select(heard => heard.Number));
        ArticleDigest digest = Assert.Single(ear.Digests);
        Assert.Equal(3, digest.Count);
        Assert.Equal([4, 6, 8], digest.Events.Select(happened => happened.Number));
    }

    [Fact]
    public async Task A_handler_that_fails_to_say_whether_it_wants_a_notice_gets_it()
    {
        var ear = new Ear
        {
            Clock = () => _clock.Now,
            IsWanted = _ => throw new InvalidOperationException("Undecided."),
        };
        await using DeliveringHost host = await DeliveringHost.StartAsync(_folder.File("news.db"), _clock, ear);

        await AppendAsync(host.Store, 1);
        await host.AdvanceUntilAsync(() => !ear.Heard.IsEmpty);

        Assert.Contains("failed to say whether it wants", Assert.Single(host.Log.Errors), StringComparison.Ordinal);
    }

    private async Task AppendAsync(SqliteVersionStore store, int number) => Assert.Equal(
        number, (await store.AppendAsync(Drafts.Of("a", $"text {number}", number - 1, _clock.Now), Stop)).Head!.Number);

    private static async Task<EventDelivery> FindAsync(SqliteVersionStore store, Func<EventDelivery, bool> isIt)
    {
        EventDelivery? found = null;
        await Patience.UntilAsync(
            async () => (found = await store.ReadDeliveriesAsync(Stop).FirstOrDefaultAsync(isIt, Stop)) is not null,
            Stop);
        return found!;
    }

    private class Ear : IArticleChangeHandler
    {
        public required Func<DateTimeOffset> Clock { get; init; }

        public string Name => "ear";

        public Func<ArticleNotice, bool> IsWanted { get; init; } = static _ => true;

        public Func<ArticleNotice, CancellationToken, ValueTask> Answer { get; init; } =
            static (_, _) => ValueTask.CompletedTask;

        public ConcurrentQueue<(int Number, DateTimeOffset At)> Heard { get; } = [];

        public bool Wants(ArticleNotice notice) => IsWanted(notice);

        public ValueTask HandleAsync(ArticleChange change, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("It handles notices.");

        public ValueTask HandleNoticeAsync(ArticleNotice notice, CancellationToken cancellationToken)
        {
            Heard.Enqueue((notice.Event.Number, Clock()));
            return Answer(notice, cancellationToken);
        }
    }

    private sealed class DigestEar : Ear, IArticleDigestHandler
    {
        public int MaxPerHour { get; init; }

        public ConcurrentQueue<ArticleDigest> Digests { get; } = [];

        public ValueTask HandleDigestAsync(ArticleDigest digest, CancellationToken cancellationToken)
        {
            Digests.Enqueue(digest);
            return ValueTask.CompletedTask;
        }
    }
}
