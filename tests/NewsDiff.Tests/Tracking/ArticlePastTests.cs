using NewsDiff.Tracking;
using NewsDiff.Tracking.Visits;

namespace NewsDiff.Tests.Tracking;

public sealed class ArticlePastTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 3, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_policy_is_told_how_old_an_article_is_and_how_often_it_changed()
    {
        var told = new Listener();
        await ShowAsync(NewRoom(told), "One.", "One.", "Two.", "Two.", "Three.");

        Assert.Equal([0, 0, 1, 1, 2], told.Articles.Select(facts => facts.Changes));
        Assert.Equal([0, 1, 2, 3, 4], told.Articles.Select(facts => facts.Age.TotalHours));
    }

    [Fact]
    public async Task A_page_that_fails_at_first_has_changed_no_more_than_one_that_does_not()
    {
        var told = new Listener();
        Newsroom room = NewRoom(told);
        room.Site.Answer(Newsroom.Story, FetchStatus.Failed);
        await room.CheckStoryAsync();
        await ShowAsync(room, "One.", "Two.");

        Assert.Equal([0, 0, 1], told.Articles.Select(facts => facts.Changes));
        Assert.True(told.Articles[^1].Age > told.Articles[0].Age);
    }

    [Fact]
    public async Task A_return_to_an_earlier_text_is_no_change_to_learn_from()
    {
        var told = new Listener();
        await ShowAsync(NewRoom(told), "One.", "Two.", "One.");

        Assert.Equal([0, 1, 1], told.Articles.Select(facts => facts.Changes));
    }

    [Fact]
    public void An_article_of_an_earlier_version_of_the_tracker_begins_where_it_is()
    {
        var options = new TrackerOptions();
        Visit known = Known() with { Interval = TimeSpan.FromHours(2), LastChangedAt = Noon.AddDays(-3) };

        (Visit quiet, RevisitFacts facts) = ArticlePast.Note(known, Noon);
        Assert.Equal((TimeSpan.FromDays(3), 0), (facts.Age, facts.Changes));

        Visit changed = quiet with { LastVisitedAt = Noon.AddHours(2), LastChangedAt = Noon.AddHours(2) };
        Assert.Equal(1, ArticlePast.Note(changed, Noon.AddHours(2)).Facts.Changes);
        Assert.NotNull(VisitSchedule.Plan(changed, confirmIn: null, leastWait: null, options).DueAt);
    }

    [Fact]
    public void An_article_that_is_followed_again_keeps_its_age_and_its_changes()
    {
        (Visit first, _) = ArticlePast.Note(Known() with { LastChangedAt = Noon }, Noon);
        Visit again = NewVisit.Again(first with { Interval = TimeSpan.FromHours(2) }, Noon.AddDays(400));

        RevisitFacts facts = ArticlePast.Note(again, Noon.AddDays(400)).Facts;

        Assert.Equal((TimeSpan.FromDays(400), 0), (facts.Age, facts.Changes));
    }

    [Fact]
    public void The_stated_age_counts_until_somebody_follows_the_article_again()
    {
        Visit old = Known() with { LastChangedAt = Noon };
        old = old.With(new VisitMemory { StatedAge = TimeSpan.FromDays(9) });
        (Visit first, RevisitFacts facts) = ArticlePast.Note(old, Noon);
        Assert.Equal(TimeSpan.FromDays(9), facts.StatedAge);

        (Visit second, facts) = ArticlePast.Note(first with { Interval = TimeSpan.FromHours(2) }, Noon.AddHours(2));
        Assert.Equal(TimeSpan.FromDays(9), facts.StatedAge);

        facts = ArticlePast.Note(NewVisit.Again(second, Noon.AddDays(400)), Noon.AddDays(400)).Facts;
        Assert.Equal(TimeSpan.Zero, facts.StatedAge);
    }

    private static Visit Known() => new()
    {
        Kind = VisitKind.Article,
        Target = "a",
        Url = Newsroom.Story,
        LastVisitedAt = Noon,
    };

    private static Newsroom NewRoom(Listener policy) => new(new TrackerOptions { ArticlePolicy = policy });

    private static async Task ShowAsync(Newsroom room, params string[] texts)
    {
        foreach (string text in texts)
        {
            room.Site.Publish(Newsroom.Story, "A title", text);
            room.Clock.Advance(TimeSpan.FromHours(1));
            await room.CheckStoryAsync();
        }
    }

    private sealed class Listener : IRevisitPolicy
    {
        public List<RevisitFacts> Articles { get; } = [];

        public TimeSpan? NextInterval(RevisitFacts facts)
        {
            Articles.Add(facts);
            return TimeSpan.FromHours(1);
        }
    }
}
