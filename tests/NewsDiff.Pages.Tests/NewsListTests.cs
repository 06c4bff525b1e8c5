using System.Collections.Immutable;
using NewsDiff.Events;
using NewsDiff.Pages.Loading;
using NewsDiff.Tracking;

namespace NewsDiff.Pages.Tests;

/// <summary>The list of what happened, page by page.</summary>
public sealed class NewsListTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(50)]
    public async Task Every_entry_is_on_one_page_although_many_happened_at_once_and_more_happen_meanwhile(int limit)
    {
        var store = new InMemoryVersionStore();
        for (int i = 0; i < 40; i++)
        {
            // Groups of 13 changes in the same millisecond.
            DateTimeOffset at = Drafts.Noon.AddSeconds(i / 13);
            await AppendAsync(store, $"a{i}", at);
        }

        await store.HideAsync(
            new VersionQuery { ArticleId = "a20", FromNumber = 1, ToNumber = 1 }, "A court ordered it.", "Ann",
            Drafts.Noon.AddSeconds(1), Stop);

        List<string> seen = [];
        NewsPlace? before = null;
        do
        {
            (ImmutableArray<ChangeEntry> entries, NewsPlace? older) =
                await new NewsList(new SiteStore(store, store, store)).ReadAsync(before, limit, Stop);
            Assert.InRange(entries.Length, 1, limit);
            seen.AddRange(entries.Select(Name));
            before = older is { } place ? NewsPlace.Parse(place.ToString()) : null;
            await AppendAsync(store, $"later{seen.Count}", Drafts.Noon.AddHours(1));
        }
        while (before is not null);

        string[] expected = [.. Enumerable.Range(0, 40).Where(i => i != 20).Select(i => $"a{i}"), "Hidden a20"];
        Assert.Equal(expected.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_day_of_thousands_of_changes_at_one_instant_is_read_to_its_end()
    {
        const int Many = 2500;
        var store = new InMemoryVersionStore();
        for (int i = 0; i < Many; i++)
        {
            await AppendAsync(store, $"a{i}", Drafts.Noon);
        }

        List<string> seen = await ReadAllAsync(store, limit: 100);

        Assert.Equal(Many, seen.Count);
        Assert.Equal(Many, seen.Distinct().Count());
    }

    [Fact]
    public async Task What_is_imported_late_hides_nothing_that_was_seen_before()
    {
        var store = new InMemoryVersionStore();
        for (int i = 0; i < 20; i++)
        {
            await AppendAsync(store, $"live{i}", Drafts.Noon.AddMinutes(i));
        }

        await store.HideAsync(
            new VersionQuery { ArticleId = "live3", ToNumber = 1 }, "A court asked for it.", "desk", Drafts.Noon, Stop);
        for (int i = 0; i < 20; i++)
        {
            await AppendAsync(store, $"old{i}", Drafts.Noon.AddYears(-5).AddMinutes(-i));
        }

        List<string> seen = await ReadAllAsync(store, limit: 6);

        string[] expected =
        [
            .. Enumerable.Range(0, 20).Where(i => i != 3).Select(i => $"live{i}"),
            .. Enumerable.Range(0, 20).Select(i => $"old{i}"), "Hidden live3",
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("a-b c/\u0416", 7, 3L, 9L, 50)]
    [InlineData("ab12", 1, 0L, 0L, null)]
    public void A_place_is_text_that_names_it_again(string id, int number, long transaction, long sequence, int? rank)
    {
        var place = new NewsPlace(
            Drafts.Noon,
            (id, number),
            new EventCursor { Transaction = transaction, Sequence = sequence },
            rank);

        string text = place.ToString();

        Assert.All(text, c => Assert.True(char.IsAsciiLetterOrDigit(c) || c == '-', text));
        Assert.Equal(place, NewsPlace.Parse(text));
        Assert.Equal(place with { Event = null }, NewsPlace.Parse((place with { Event = null }).ToString()));
        Assert.Equal(place with { Version = null }, NewsPlace.Parse((place with { Version = null }).ToString()));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(50)]
    public async Task Every_article_is_on_one_page_changed_or_not(int limit)
    {
        var store = new InMemoryVersionStore();
        for (int i = 0; i < 11; i++)
        {
            await RegisterAsync(store, $"a{i}", Drafts.Noon.AddSeconds(i / 5), changes: i % 2 == 0);
        }

        List<ArticleEntry> seen = [];
        NewsPlace? before = null;
        do
        {
            (ImmutableArray<ArticleEntry> entries, before) =
                await new NewsList(new SiteStore(store, store, store)).ReadArticlesAsync(before, limit, Stop);
            Assert.InRange(entries.Length, 1, limit);
            seen.AddRange(entries);
        }
        while (before is not null);

        Assert.Equal(11, seen.Select(entry => entry.Latest.ArticleId).Distinct().Count());
        Assert.Equal(11, seen.Count);
        Assert.Equal(6, seen.Count(entry => entry.Latest.Number == 2));
        Assert.Equal(seen.OrderByDescending(entry => entry.FirstSeenAt), seen);
    }

    [Fact]
    public async Task A_filter_and_an_instant_limit_the_list()
    {
        var store = new InMemoryVersionStore();
        for (int i = 0; i < 30; i++)
        {
            await AppendAsync(store, $"a{i}", Drafts.Noon.AddMinutes(i));
        }

        await store.HideAsync(
            new VersionQuery { ArticleId = "a0", ToNumber = 1 }, "A court asked for it.", "desk", Drafts.Noon, Stop);
        (ImmutableArray<ChangeEntry> none, NewsPlace? nowhere) = await ReadAsync(ChangeFilter.Large, 0, limit: 4);
        (ImmutableArray<ChangeEntry> hidden, NewsPlace? last) = await ReadAsync(ChangeFilter.Vanished, 0, limit: 4);
        (ImmutableArray<ChangeEntry> recent, NewsPlace? end) = await ReadAsync(only: null, 20, limit: 50);

        Assert.Empty(none);
        Assert.NotNull(nowhere);
        Assert.Equal(["Hidden a0"], hidden.Select(Name));
        Assert.Null(last);
        Assert.Equal(10, recent.Length);
        Assert.Null(end);

        Task<(ImmutableArray<ChangeEntry>, NewsPlace?)> ReadAsync(ChangeFilter? only, int minutes, int limit) =>
            new NewsList(new SiteStore(store, store, store)).ReadAsync(
                before: null, new NewsFilter(only, Drafts.Noon.AddMinutes(minutes)), limit, Stop);
    }

    private static async Task RegisterAsync(InMemoryVersionStore store, string name, DateTimeOffset at, bool changes)
    {
        var url = new Uri($"https://news.example/{name}");
        TrackedArticle article = await store.RegisterAsync(
            new ArticleRegistration { Keys = [url.AbsoluteUri], Url = url, SeenAt = at }, Stop);
        await store.AppendAsync(Drafts.Of(article.Id, "one", seenAt: at), Stop);
        if (changes)
        {
            await store.AppendAsync(Drafts.Of(article.Id, "two", seenAt: at.AddSeconds(9)), Stop);
        }
    }

    private static async Task<List<string>> ReadAllAsync(InMemoryVersionStore store, int limit)
    {
        List<string> seen = [];
        NewsPlace? before = null;
        do
        {
            (ImmutableArray<ChangeEntry> entries, NewsPlace? older) =
                await new NewsList(new SiteStore(store, store, store)).ReadAsync(before, limit, Stop);
            seen.AddRange(entries.Select(Name));
            before = older is { } place ? NewsPlace.Parse(place.ToString()) : null;
        }
        while (before is not null);

        return seen;
    }

    private static string Name(ChangeEntry entry) =>
        entry.Change?.ArticleId ?? $"{entry.Notice!.Event.Kind} {entry.Notice.Event.ArticleId}";

    private static async Task AppendAsync(InMemoryVersionStore store, string articleId, DateTimeOffset at)
    {
        await store.AppendAsync(Drafts.Of(articleId, "one", seenAt: at), Stop);
        await store.AppendAsync(Drafts.Of(articleId, $"two of {articleId}", seenAt: at), Stop);
    }
}
