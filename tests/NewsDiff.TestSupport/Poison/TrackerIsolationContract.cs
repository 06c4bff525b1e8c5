using System.Globalization;
using NewsDiff.Tracking;
using Xunit;

namespace NewsDiff.TestSupport.Poison;

/// <summary>One poisoned page, feed, entry, call or clock does not affect 100 healthy ones.</summary>
public abstract class TrackerIsolationContract : StoreContract<IVersionStore>
{
    private static readonly Uri Url = new("https://news.example/");

    /// <summary>The ways to poison a page: what its fetcher returns or throws.</summary>
    private static readonly Dictionary<string, Func<FetchResult?>> Pages = new()
    {
        ["throws"] = () => throw new InvalidOperationException("A defect."),
        ["gives up"] = () => throw new TaskCanceledException("The client gave up."),
        ["null"] = () => null,
        ["no title"] = () => PoisonedSite.Healthy(Url) with { Article = new Article { Url = Url, Title = null! } },
        ["no address"] = () => PoisonedSite.Healthy(Url) with { Article = new Article { Url = null!, Title = "A" } },
        ["no text"] = () => PoisonedSite.Healthy(Url) with
        {
            Article = new Article { Url = Url, Title = "A", Paragraphs = [new Paragraph(null!)] },
        },
        ["no paragraph"] = () => PoisonedSite.Healthy(Url) with
        {
            Article = new Article { Url = Url, Title = "A", Paragraphs = [null!] },
        },
        ["moved nowhere"] = () => PoisonedSite.Healthy(Url) with { MovedTo = new Uri("/there", UriKind.Relative) },
        ["after all time"] = () => PoisonedSite.Healthy(Url) with { CapturedAt = DateTimeOffset.MaxValue },
    };

    private readonly ManualTimeProvider _clock = new();
    private readonly PoisonedSite _site = new();

    public static TheoryData<string> PageKinds => [.. Pages.Keys];

    /// <summary>Which of the 101 is poisoned, one after the other.</summary>
    protected virtual IEnumerable<int> Positions => [0, PoisonedSite.Count / 2, PoisonedSite.Count - 1];

    [Theory]
    [MemberData(nameof(PageKinds))]
    public Task One_poisoned_page_keeps_no_other_from_being_visited(string kind) => AtEachPositionAsync(position =>
    {
        _site.Page = url => url == PoisonedSite.PageUrl(position) ? Pages[kind] : null;
        return VerifyAsync(position);
    });

    [Theory]
    [InlineData(nameof(IVersionStore.FindLatestAsync))]
    [InlineData(nameof(IVersionStore.AppendAsync))]
    public Task One_version_that_cannot_be_read_or_stored_keeps_no_other_from_being_visited(string call) =>
        AtEachPositionAsync(position =>
            VerifyAsync(position, (name, subject) => name == call && subject == PoisonedSite.IdOf(position)));

    [Fact]
    public Task One_visit_that_cannot_be_saved_keeps_no_other_from_being_visited_and_is_not_made_again_at_once() =>
        AtEachPositionAsync(
            async position =>
            {
                bool isRegistered = false;
                PoisonedStore store = await FollowAsync((name, subject) =>
                    name == nameof(IVisitStore.SaveVisitAsync)
                        && subject == PoisonedSite.IdOf(position)
                        && isRegistered);
                _site.Page = _ =>
                {
                    isRegistered = true;
                    return null;
                };
                ArticleTracker tracker = Tracker(store);

                CheckOutcome[] outcomes = await ArticlesAsync(tracker);

                AssertOneFailed(outcomes, position);
                Assert.Empty(await ArticlesAsync(tracker));
                Assert.Equal(1, _site.Requests.Count(url => url == PoisonedSite.PageUrl(position)));
            });

    [Fact]
    public Task One_policy_answer_that_throws_keeps_no_other_from_being_visited() => AtEachPositionAsync(position =>
    {
        // A policy knows no address: it throws for the article that was poisoned just before.
        var policy = new PoisonedPolicy();
        _site.Page = url =>
        {
            policy.Throws = url == PoisonedSite.PageUrl(position);
            return null;
        };
        return VerifyAsync(position, options: new TrackerOptions { ArticlePolicy = policy, MaxConcurrency = 1 });
    });

    [Fact]
    public Task One_poisoned_entry_keeps_no_other_from_being_announced() => AtEachPositionAsync(async position =>
    {
        PoisonedStore store = await FollowAsync((name, subject) =>
            name == nameof(IArticleCatalog.RegisterAsync) && subject == PoisonedSite.PageUrl(position).AbsoluteUri);

        List<CheckOutcome> outcomes = await Tracker(store).CheckDueAsync(Token).ToListAsync(Token);

        Assert.Equal(PoisonedSite.Count - 1, outcomes.Count(outcome => outcome.Kind == CheckKind.FirstSeen));
        Assert.Contains(
            PoisonedStore.Message,
            Assert.Single(outcomes, outcome => outcome.Kind == CheckKind.FeedRead).Reason,
            StringComparison.Ordinal);

        // It returns with the next full read.
        store.Throws = (_, _) => false;
        _clock.Advance(TimeSpan.FromMinutes(20));
        outcomes = await Tracker(store).CheckDueAsync(Token).ToListAsync(Token);
        Assert.Equal(
            PoisonedSite.PageUrl(position),
            Assert.Single(outcomes, outcome => outcome.Kind == CheckKind.FirstSeen).Url);
    });

    [Theory]
    [InlineData("throws")]
    [InlineData("null")]
    [InlineData("find")]
    public Task One_poisoned_feed_keeps_no_other_from_being_read(string kind) => AtEachPositionAsync(async position =>
    {
        var store = new PoisonedStore(await OpenForTestAsync());
        for (int i = 0; i < PoisonedSite.Count; i++)
        {
            await store.AddSubscriptionAsync(
                new Subscription { Url = PoisonedSite.FeedUrl(i), AddedAt = _clock.Now }, Token);
        }

        Uri poisoned = PoisonedSite.FeedUrl(position);
        if (kind == "find")
        {
            store.Throws = (name, subject) => name == nameof(IVisitStore.FindVisitAsync)
                && subject == poisoned.AbsoluteUri;
        }
        else
        {
            _site.FeedAnswer = url => url != poisoned
                ? null
                : kind == "null"
                ? () => null
                : () => throw new InvalidOperationException("A defect.");
        }

        List<CheckOutcome> outcomes = await Tracker(store).CheckDueAsync(Token).ToListAsync(Token);

        Assert.Equal(PoisonedSite.Count - 1, outcomes.Count(outcome => outcome.Kind == CheckKind.FeedRead));
        Assert.Equal(PoisonedSite.Count - 1, outcomes.Count(outcome => outcome.Kind == CheckKind.FirstSeen));
        CheckOutcome failed = Assert.Single(outcomes, outcome => outcome.Kind == CheckKind.Failed);
        Assert.Equal((poisoned, FetchStatus.Failed), (failed.Url, failed.Status));
        Assert.NotNull(failed.Exception);
        Assert.True(failed.NextCheckAt > _clock.Now);
    });

    [Fact]
    public async Task A_clock_that_was_100_days_ahead_strands_nothing()
    {
        PoisonedStore store = await FollowAsync();
        var ahead = new ManualTimeProvider(_clock.Now.AddDays(100));
        var foreign = new ArticleTracker(_site, _site, store, new TrackerOptions { Politeness = new(ahead) }, ahead);
        await foreign.CheckDueAsync(Token).ToListAsync(Token);

        // It ended in the middle of its work, and left leases behind.
        ahead.Advance(TimeSpan.FromHours(1));
        await store.ClaimDueAsync(
            new VisitClaim { Now = ahead.Now, Lease = TimeSpan.FromMinutes(15), Limit = 50 }, Token);

        List<CheckOutcome> outcomes = await Tracker(store).CheckDueAsync(Token).ToListAsync(Token);

        Assert.Equal(PoisonedSite.Count, outcomes.Count(outcome => outcome.Kind == CheckKind.Unchanged));
        Assert.Single(outcomes, outcome => outcome.Kind == CheckKind.FeedRead);
        Assert.All(await store.ReadVisitsAsync(Token).ToListAsync(Token), visit =>
        {
            Assert.InRange(visit.DueAt!.Value, _clock.Now, _clock.Now.AddDays(1));
            Assert.True(visit.LastChangedAt <= _clock.Now);
        });
    }

    [Fact]
    public async Task A_store_that_saves_nothing_ends_the_pass_after_a_few_visits_with_what_it_threw()
    {
        PoisonedStore store = await FollowAsync();
        ArticleTracker tracker = Tracker(store);
        _site.Page = _ =>
        {
            store.Throws = (name, _) => name is nameof(IVersionStore.AppendAsync) or nameof(IVisitStore.SaveVisitAsync);
            return null;
        };

        IOException thrown = await Assert.ThrowsAsync<IOException>(
            () => tracker.CheckDueAsync(Token).ToListAsync(Token).AsTask());

        Assert.Equal(PoisonedStore.Message, thrown.Message);
        Assert.InRange(_site.Requests.Count, 2, 1 + 8 + 4);
    }

    [Theory]
    [InlineData(7, true)]
    [InlineData(8, false)]
    public async Task Seven_visits_in_a_row_that_cannot_be_saved_are_their_own_fault_and_eight_are_the_stores(
        int unsaved,
        bool goesOn)
    {
        PoisonedStore store = await FollowAsync();
        HashSet<string> poisoned = [];
        int made = 0;
        _site.Page = url =>
        {
            if (++made > 20 && made <= 20 + unsaved)
            {
                poisoned.Add(PoisonedSite.IdOf(int.Parse(url.Segments[^1], CultureInfo.InvariantCulture)));
            }

            return null;
        };
        store.Throws = (name, subject) => name == nameof(IVisitStore.SaveVisitAsync) && poisoned.Contains(subject);
        ArticleTracker tracker = Tracker(store, new TrackerOptions { MaxConcurrency = 1 });

        Task<List<CheckOutcome>> pass = tracker.CheckDueAsync(Token).ToListAsync(Token).AsTask();

        if (goesOn)
        {
            Assert.Equal(
                PoisonedSite.Count - unsaved, (await pass).Count(outcome => outcome.Kind == CheckKind.FirstSeen));
        }
        else
        {
            Assert.Equal(PoisonedStore.Message, (await Assert.ThrowsAsync<IOException>(() => pass)).Message);
        }
    }

    [Fact]
    public async Task A_store_that_is_gone_ends_the_pass_at_once_and_what_was_claimed_is_made_once_it_is_back()
    {
        PoisonedStore store = await FollowAsync();
        ArticleTracker tracker = Tracker(store);
        _site.Page = _ =>
        {
            store.Throws = (_, _) => true;
            return null;
        };

        await Assert.ThrowsAsync<IOException>(() => tracker.CheckDueAsync(Token).ToListAsync(Token).AsTask());

        Assert.InRange(_site.Requests.Count, 2, 1 + 4);
        store.Throws = (_, _) => false;
        _site.Page = _ => null;
        _clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(
            PoisonedSite.Count, (await ArticlesAsync(tracker)).Count(outcome => outcome.Kind == CheckKind.FirstSeen));
    }

    private static void AssertOneFailed(CheckOutcome[] outcomes, int position)
    {
        CheckOutcome failed = Assert.Single(outcomes, outcome => outcome.Kind != CheckKind.FirstSeen);
        Assert.Equal((CheckKind.Failed, PoisonedSite.PageUrl(position)), (failed.Kind, failed.Url));
        Assert.False(string.IsNullOrWhiteSpace(failed.Reason));
        Assert.NotNull(failed.Exception);
        Assert.Equal(PoisonedSite.Count, outcomes.Select(outcome => outcome.Url).Distinct().Count());
        Assert.Equal(PoisonedSite.Count, outcomes.Length);
    }

    private async Task AtEachPositionAsync(Func<int, Task> verify)
    {
        foreach (int position in Positions)
        {
            _site.Requests.Clear();
            await verify(position);
        }
    }

    /// <summary>Checks that the 100 are stored, the one has failed and is postponed, and no claim is left.</summary>
    private async Task VerifyAsync(
        int position,
        Func<string, string, bool>? throws = null,
        TrackerOptions? options = null)
    {
        PoisonedStore store = await FollowAsync(throws);
        ArticleTracker tracker = Tracker(store, options);

        CheckOutcome[] outcomes = await ArticlesAsync(tracker);

        AssertOneFailed(outcomes, position);
        Visit failed = (await store.FindVisitAsync(VisitKind.Article, PoisonedSite.IdOf(position), Token))!;
        Assert.True(failed.DueAt > _clock.Now);
        Assert.Equal((1, FetchStatus.Failed), (failed.Failures, failed.LastStatus));
        Assert.Empty(await ArticlesAsync(tracker));
        var all = new VisitClaim
        {
            Now = _clock.Now.AddHours(2),
            Lease = TimeSpan.FromMinutes(1),
            Limit = 1000,
            Kind = VisitKind.Article,
        };
        Assert.Equal(PoisonedSite.Count, (await store.ClaimDueAsync(all, Token)).Length);
    }

    private async Task<PoisonedStore> FollowAsync(Func<string, string, bool>? throws = null)
    {
        var store = new PoisonedStore(await OpenForTestAsync());
        await store.AddSubscriptionAsync(new Subscription { Url = PoisonedSite.Feed, AddedAt = _clock.Now }, Token);
        store.Throws = throws ?? store.Throws;
        return store;
    }

    private ArticleTracker Tracker(IVersionStore store, TrackerOptions? options = null) =>
        new(_site, _site, store, (options ?? new TrackerOptions()) with { Politeness = new(_clock) }, _clock);

    private static async Task<CheckOutcome[]> ArticlesAsync(ArticleTracker tracker) =>
        [.. (await tracker.CheckDueAsync(Token).ToListAsync(Token)).Where(outcome => outcome.ArticleId is not null)];

    private sealed class PoisonedPolicy : IRevisitPolicy
    {
        public volatile bool Throws;

        public TimeSpan? NextInterval(RevisitFacts facts) =>
            Throws ? throw new InvalidOperationException("A defect.") : TimeSpan.FromHours(1);
    }
}
