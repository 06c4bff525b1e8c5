using NewsDiff.Tracking;

namespace NewsDiff.Tests.Judgement;

/// <summary>A permanent redirect and a 410 need sights on two days before they move or end anything.</summary>
public sealed class MoveAndEndTests
{
    private static readonly TimeSpan AlmostADay = new(22, 59, 0);
    private static readonly TimeSpan ADay = TimeSpan.FromHours(23);

    private static ScriptedAnswer Harbour => ScriptedAnswer.Page(Story.Page("The harbour reopens", Story.About(0)));

    [Fact]
    public async Task A_wrong_redirect_of_one_evening_captures_nothing()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", Harbour).Script("/elsewhere", Harbour);
        await room.AskAsync();
        room.Site.Script("/story", ScriptedAnswer.Redirect("/elsewhere"));
        await room.VisitAfterAsync(TimeSpan.FromHours(1));
        await room.VisitAfterAsync(TimeSpan.FromHours(8));
        Assert.Equal(room.Site.Url("/story"), (await room.FindVisitAsync()).Url);

        room.Site.Script("/story", Harbour);
        await room.VisitAfterAsync(TimeSpan.FromHours(3));
        room.Site.Script("/story", ScriptedAnswer.Redirect("/elsewhere"));
        await room.VisitAfterAsync(TimeSpan.FromDays(1));

        Assert.Equal(room.Site.Url("/story"), (await room.FindVisitAsync()).Url);
    }

    [Theory]
    [InlineData(22, 59, false)]
    [InlineData(23, 0, true)]
    public async Task A_redirect_for_ever_moves_when_it_is_seen_on_another_day(int hours, int minutes, bool moves)
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", Harbour).Script("/moved", Harbour);
        await room.AskAsync();
        room.Site.Script("/story", ScriptedAnswer.Redirect("/moved"));
        await room.VisitAfterAsync(TimeSpan.FromHours(1));
        await room.VisitAfterAsync(new TimeSpan(hours, minutes, 0));

        Assert.Equal(room.Site.Url(moves ? "/moved" : "/story"), (await room.FindVisitAsync()).Url);
    }

    [Fact]
    public async Task A_redirect_to_another_story_never_moves_and_makes_no_version()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", Harbour).Script(
            "/other", ScriptedAnswer.Page(Story.Page("Orchard in bloom", Story.About(1))));
        await room.AskAsync();
        await room.AskAsync("/other");
        room.Site.Script("/story", ScriptedAnswer.Redirect("/other"));
        for (int day = 0; day < 10; day++)
        {
            Assert.Equal(CheckKind.Failed, (await room.VisitAfterAsync(TimeSpan.FromDays(1))).Kind);
        }

        Assert.Equal(room.Site.Url("/story"), (await room.FindVisitAsync()).Url);
        Assert.Single(await room.VersionsAsync());
        room.Site.Script("/story", Harbour);
        Assert.Equal(CheckKind.Unchanged, (await room.VisitAfterAsync(ADay)).Kind);
    }

    [Fact]
    public async Task A_410_of_one_evening_ends_nothing()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", Harbour);
        await room.AskAsync();
        room.Site.Script("/story", ScriptedAnswer.OfStatus(410));

        Assert.Equal(CheckKind.Failed, (await room.VisitAfterAsync(TimeSpan.FromHours(1))).Kind);
        CheckOutcome second = await room.VisitAfterAsync(AlmostADay);
        Assert.Equal(CheckKind.Failed, second.Kind);
        Assert.NotNull(second.NextCheckAt);
        room.Site.Script("/story", Harbour);
        Assert.Equal(CheckKind.Unchanged, (await room.VisitAsync()).Kind);
        room.Site.Script("/story", ScriptedAnswer.OfStatus(410));
        Assert.Equal(CheckKind.Failed, (await room.VisitAfterAsync(ADay)).Kind);
    }

    [Fact]
    public async Task A_410_on_two_days_ends_the_visits()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", Harbour, ScriptedAnswer.OfStatus(410));
        await room.AskAsync();
        await room.VisitAfterAsync(TimeSpan.FromHours(1));
        CheckOutcome gone = await room.VisitAsync();

        Assert.Equal((CheckKind.Vanished, null), (gone.Kind, gone.NextCheckAt));
    }

    [Fact]
    public async Task A_410_between_failing_servers_is_still_the_same_410()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script(
            "/story",
            Harbour,
            ScriptedAnswer.OfStatus(410),
            ScriptedAnswer.OfStatus(500),
            ScriptedAnswer.OfStatus(410));
        await room.AskAsync();
        await room.VisitAfterAsync(TimeSpan.FromHours(1));
        await room.VisitAfterAsync(TimeSpan.FromHours(12));

        Assert.Equal(CheckKind.Vanished, (await room.VisitAfterAsync(TimeSpan.FromHours(12))).Kind);
    }

    [Theory]
    [InlineData(301, 22, false)]
    [InlineData(301, 23, true)]
    [InlineData(410, 22, false)]
    [InlineData(410, 23, true)]
    public async Task A_feed_moves_and_ends_as_an_article_does(int status, int hours, bool counts)
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        var feed = ScriptedAnswer.Feed("<rss version='2.0'><channel><title>News</title></channel></rss>");
        room.Site.Script("/feed", feed).Script("/new-feed", feed);
        Uri url = room.Site.Url("/feed");
        await room.Store.AddSubscriptionAsync(
            new Subscription { Url = url, AddedAt = room.Clock.Now }, JudgedSite.Stop);
        await room.Tracker.CheckDueAsync(JudgedSite.Stop).CountAsync(JudgedSite.Stop);
        room.Site.Script("/feed", ScriptedAnswer.Redirect("/new-feed", status));
        room.Clock.Advance(TimeSpan.FromHours(2));
        await room.Tracker.CheckDueAsync(JudgedSite.Stop).CountAsync(JudgedSite.Stop);
        room.Clock.Advance(TimeSpan.FromHours(hours));
        await room.Tracker.CheckDueAsync(JudgedSite.Stop).CountAsync(JudgedSite.Stop);

        Visit visit = (await room.Store.FindVisitAsync(VisitKind.Feed, url.AbsoluteUri, JudgedSite.Stop))!;
        Assert.Equal(room.Site.Url(counts && status == 301 ? "/new-feed" : "/feed"), visit.Url);
        Assert.Equal(counts && status == 410, visit.DueAt is null);
    }
}
