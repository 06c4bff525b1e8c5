using NewsDiff.Events;
using NewsDiff.Tracking;
using Xunit;

namespace NewsDiff.Testing.Contracts;

/// <summary>What every <see cref="IEventLog"/> must do.</summary>
public abstract class EventLogContract : StoreContract<ITrackerStore>
{
    [Fact]
    public async Task Every_append_has_its_event_and_what_appends_nothing_has_none()
    {
        ITrackerStore store = await OpenForTestAsync();
        await store.AppendAsync(Drafts.Of("a", "one"), Token);
        await store.AppendAsync(Drafts.Of("a", "one"), Token);
        await store.AppendAsync(Drafts.Of("a", "two", expectedHead: 7), Token);
        await store.AppendAsync(Drafts.Of("a", "two") with { Doubt = "It is short." }, Token);
        await store.AppendAsync(Drafts.Of("b", "one") with { By = "import" }, Token);

        List<ArticleEvent> events = await ReadAsync(store, new EventQuery());

        Assert.Equal(
            ["FirstSeen a: version 1", "Changed a: version 2", "FirstSeen b: version 1"],
            events.Select(happened => happened.ToString()));
        Assert.Equal([null, "It is short.", null], events.Select(happened => happened.Reason));
        Assert.Equal([null, null, "import"], events.Select(happened => happened.By));
        Assert.Distinct(events.Select(happened => happened.Id));
    }

    [Fact]
    public async Task A_reader_goes_on_after_its_cursor_and_hears_everything_once()
    {
        ITrackerStore store = await OpenForTestAsync();
        await AppendAsync(store, "a", count: 250);

        List<int> numbers = [];
        var cursor = new EventCursor();
        while (await ReadAsync(store, new EventQuery { After = cursor, Limit = 7 }) is [.., var last] page)
        {
            numbers.AddRange(page.Select(happened => happened.Number));
            cursor = EventCursor.Parse(last.Cursor.ToString());
        }

        Assert.Equal(Enumerable.Range(1, 250), numbers);
        Assert.Empty(await ReadAsync(store, new EventQuery { After = await FindEndAsync(store) }));
        await AppendAsync(store, "b", count: 1);
        Assert.Equal("b", Assert.Single(await ReadAsync(store, new EventQuery { After = cursor })).ArticleId);
    }

    [Fact]
    public async Task The_end_is_before_all_that_happens_later()
    {
        ITrackerStore store = await OpenForTestAsync();
        EventCursor beginning = await FindEndAsync(store);
        await AppendAsync(store, "a", count: 2);
        EventCursor end = await FindEndAsync(store);
        await AppendAsync(store, "b", count: 1);

        Assert.Equal(3, (await ReadAsync(store, new EventQuery { After = beginning })).Count);
        Assert.Equal("b", Assert.Single(await ReadAsync(store, new EventQuery { After = end })).ArticleId);
        Assert.True(beginning < end);
    }

    [Fact]
    public async Task Events_are_read_for_one_article_and_newest_first()
    {
        ITrackerStore store = await OpenForTestAsync();
        await AppendAsync(store, "a", count: 150);
        await AppendAsync(store, "b", count: 150);
        await AppendAsync(store, "a", count: 1, first: 150);

        List<ArticleEvent> newest = await ReadAsync(
            store, new EventQuery { ArticleId = "a", NewestFirst = true, Limit = 120 });
        List<ArticleEvent> oldest = await ReadAsync(store, new EventQuery { ArticleId = "a" });

        Assert.Equal(Enumerable.Range(32, 120).Reverse(), newest.Select(happened => happened.Number));
        Assert.Equal(Enumerable.Range(1, 151), oldest.Select(happened => happened.Number));
        Assert.Equal(oldest[^1], newest[0]);
        EventCursor place = oldest[100].Cursor;
        Assert.Equal(
            oldest[..100], await ReadAsync(store, new EventQuery { ArticleId = "a", Before = place }));
        Assert.Equal(
            [oldest[99], oldest[98]],
            await ReadAsync(store, new EventQuery { ArticleId = "a", Before = place, NewestFirst = true, Limit = 2 }));
        Assert.Equal(
            151, (await ReadAsync(store, new EventQuery { ArticleId = "a", Before = FarAway(place) })).Count);
        Assert.Empty(await ReadAsync(store, new EventQuery { Before = default(EventCursor) }));
    }

    private static EventCursor FarAway(EventCursor place) => place with { Transaction = long.MaxValue };

    [Fact]
    public async Task Events_are_read_by_kind_and_by_time()
    {
        ITrackerStore store = await OpenForTestAsync();
        for (int i = 1; i <= 3; i++)
        {
            await store.AppendAsync(Drafts.Of("a", $"text {i}", seenAt: Noon.AddHours(i)), Token);
        }

        await store.CommitAsync(await VanishedAsync(store, "a", Noon.AddHours(4)), Token);
        await store.AppendAsync(Drafts.Of("b", "text", seenAt: Noon.AddHours(5)), Token);

        Assert.Equal(
            ["FirstSeen a: version 1", "FirstSeen b: version 1"],
            await KindsAsync(new EventQuery { Kinds = [ArticleEventKind.FirstSeen] }));
        Assert.Equal(
            ["Changed a: version 2", "Changed a: version 3", "Vanished a: version 3"],
            await KindsAsync(new EventQuery { Kinds = [ArticleEventKind.Vanished, ArticleEventKind.Changed] }));
        Assert.Equal(
            ["Vanished a: version 3"],
            await KindsAsync(new EventQuery
            {
                Kinds = [ArticleEventKind.Vanished, ArticleEventKind.Returned],
                Until = Noon.AddHours(4).AddTicks(1),
                NewestFirst = true,
                Limit = 1,
            }));
        Assert.Empty(await KindsAsync(
            new EventQuery { Kinds = [ArticleEventKind.Vanished], Until = Noon.AddHours(4) }));
        Assert.Equal(
            ["Changed a: version 2", "FirstSeen a: version 1"],
            await KindsAsync(new EventQuery { Until = Noon.AddHours(3), NewestFirst = true }));

        async Task<IEnumerable<string>> KindsAsync(EventQuery query) =>
            (await ReadAsync(store, query)).Select(happened => happened.ToString());
    }

    [Fact]
    public async Task Readers_beside_many_writers_miss_nothing()
    {
        ITrackerStore store = await OpenForTestAsync();
        Task<bool[]> writing = AtOnceAsync(4, async writer =>
        {
            await AppendAsync(store, $"{writer}", count: 25);
            return true;
        });

        HashSet<(string, int)> heard = [];
        var cursor = new EventCursor();
        for (bool isLast = false; !isLast;)
        {
            isLast = writing.IsCompleted;
            if (isLast)
            {
                await SettleAsync(store);
            }

            await foreach (ArticleEvent happened in store.ReadEventsAsync(new EventQuery { After = cursor }, Token))
            {
                Assert.True(happened.Cursor > cursor);
                Assert.True(heard.Add((happened.ArticleId, happened.Number)));
                cursor = happened.Cursor;
            }
        }

        await writing;
        Assert.Equal(100, heard.Count);
    }

    [Fact]
    public async Task An_event_has_the_same_id_whenever_it_is_read()
    {
        ITrackerStore store = await OpenForTestAsync();
        await AppendAsync(store, "a", count: 3);

        List<ArticleEvent> one = await ReadAsync(store, new EventQuery());

        Assert.Equal(one, await ReadAsync(store, new EventQuery()));
        Assert.Equal(one[2], Assert.Single(await ReadAsync(store, new EventQuery { After = one[1].Cursor })));
    }

    private static async Task AppendAsync(ITrackerStore store, string articleId, int count, int first = 0)
    {
        for (int i = first; i < first + count; i++)
        {
            await store.AppendAsync(Drafts.Of(articleId, $"text {i}"), Token);
        }
    }

    private static async Task<VisitCommit> VanishedAsync(ITrackerStore store, string articleId, DateTimeOffset at)
    {
        var visit = new Visit
        {
            Kind = VisitKind.Article,
            Target = articleId,
            Url = new Uri("https://news.example/1"),
        };
        await store.SaveVisitAsync(visit, Token);
        var claim = new VisitClaim
        {
            Kind = VisitKind.Article,
            Target = articleId,
            Now = at,
            Lease = TimeSpan.FromMinutes(1),
            Limit = 1,
        };
        Visit claimed = Assert.Single(await store.ClaimDueAsync(claim, Token));
        return new VisitCommit { Visit = claimed, At = at, Event = ArticleEventKind.Vanished };
    }

    private async Task<List<ArticleEvent>> ReadAsync(ITrackerStore store, EventQuery query)
    {
        await SettleAsync(store);
        return await ListAsync(store.ReadEventsAsync(query, Token));
    }

    private async Task<EventCursor> FindEndAsync(ITrackerStore store)
    {
        await SettleAsync(store);
        return await store.FindEndAsync(Token);
    }
}
