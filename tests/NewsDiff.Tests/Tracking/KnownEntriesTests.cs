using NewsDiff.Tracking;

namespace NewsDiff.Tests.Tracking;

/// <summary>A feed that says what it said costs no write for each entry.</summary>
public sealed class KnownEntriesTests
{
    private static readonly Uri[] Stories =
        [.. Enumerable.Range(0, 40).Select(i => new Uri($"https://news.example/{i}"))];

    private readonly CountingCatalog _catalog = new();
    private readonly Newsroom _room;

    public KnownEntriesTests() => _room = new Newsroom(new TrackerOptions { Catalog = _catalog });

    [Fact]
    public async Task Only_new_entries_are_registered_at_later_readings()
    {
        await FollowAsync();
        Assert.Equal(40, _catalog.TakeCount());

        await ReadAsync(Stories);
        Assert.Equal(0, _catalog.TakeCount());

        await ReadAsync([new Uri("https://news.example/new"), .. Stories]);
        Assert.Equal(1, _catalog.TakeCount());
    }

    [Fact]
    public async Task An_entry_that_could_not_be_registered_is_registered_at_the_next_reading()
    {
        _catalog.Refused = 1;
        await FollowAsync();
        Assert.Equal(39, _catalog.TakeCount());

        await ReadAsync(Stories);
        Assert.Equal(40, _catalog.TakeCount());
        Assert.Equal(40, await _catalog.ReadArticlesAsync(new ArticleQuery(), Newsroom.Stop).CountAsync(Newsroom.Stop));
    }

    [Fact]
    public async Task Everything_is_registered_again_for_another_source_after_a_day_and_when_a_person_asks()
    {
        await FollowAsync();
        _catalog.TakeCount();

        Subscription known = await _room.Store.ReadSubscriptionsAsync(Newsroom.Stop).SingleAsync(Newsroom.Stop);
        await _room.Store.AddSubscriptionAsync(known with { Source = "other" }, Newsroom.Stop);
        await ReadAsync(Stories);
        Assert.Equal(40, _catalog.TakeCount());

        _room.Clock.Advance(TimeSpan.FromHours(23));
        await ReadAsync(Stories);
        Assert.Equal(40, _catalog.TakeCount());

        await _room.CheckFeedAsync();
        Assert.Equal(40, _catalog.TakeCount());
    }

    private async Task FollowAsync()
    {
        await _room.FollowAsync();
        await ReadAsync(Stories);
    }

    private async Task ReadAsync(Uri[] stories)
    {
        _room.Site.Announce(Newsroom.Feed, stories);
        _room.Clock.Advance(TimeSpan.FromHours(1.1));
        await _room.Tracker.CheckDueAsync(Newsroom.Stop).CountAsync(Newsroom.Stop);
    }

    private sealed class CountingCatalog : IArticleCatalog
    {
        private readonly InMemoryVersionStore _articles = new();
        private int _count;

        /// <summary>How many of the next registrations fail.</summary>
        public int Refused { get; set; }

        public int TakeCount() => Interlocked.Exchange(ref _count, 0);

        public ValueTask<TrackedArticle> RegisterAsync(
            ArticleRegistration registration, CancellationToken cancellationToken = default)
        {
            if (Refused-- > 0)
            {
                throw new IOException("No space left on device.");
            }

            Interlocked.Increment(ref _count);
            return _articles.RegisterAsync(registration, cancellationToken);
        }

        public ValueTask<TrackedArticle?> FindByKeyAsync(string key, CancellationToken cancellationToken = default) =>
            _articles.FindByKeyAsync(key, cancellationToken);

        public IAsyncEnumerable<TrackedArticle> ReadArticlesAsync(
            ArticleQuery query, CancellationToken cancellationToken = default) =>
            _articles.ReadArticlesAsync(query, cancellationToken);
    }
}
