using NewsDiff.Tracking;

namespace NewsDiff.Tests.Judgement;

/// <summary>A feed's new title or date makes a page due; noise in a feed does not.</summary>
public sealed class AnnouncementTests
{
    private static readonly TimeSpan Hours = TimeSpan.FromHours(5);

    [Theory]
    [InlineData("Harbour reopens", "2026-05-03T09:00:00Z", false)]
    [InlineData("Harbour reopens early", "2026-05-03T09:00:00Z", true)]
    [InlineData("Harbour reopens", "2026-05-03T09:01:00Z", true)]
    public async Task A_new_title_or_date_of_an_entry_makes_its_page_due(string title, string date, bool isDue)
    {
        await using JudgedSite room = await FollowAsync(Feed(("/story", "Harbour reopens", "2026-05-03T09:00:00Z")));
        await MakeQuietAsync(room);
        int visits = room.Site.CountOf("/story");
        room.Site.Script("/feed", ScriptedAnswer.Feed(Feed(("/story", title, date))));
        await PassAsync(room, TimeSpan.FromHours(2));
        await PassAsync(room, TimeSpan.Zero);

        Assert.Equal(visits + (isDue ? 1 : 0), room.Site.CountOf("/story"));
    }

    [Fact]
    public async Task A_feed_that_gives_all_entries_the_time_of_the_reading_makes_nothing_due()
    {
        string[] paths = ["/a", "/b", "/c", "/d", "/story"];
        string Dated(string date) => Feed([.. paths.Select(path => (path, path, date))]);
        await using JudgedSite room = await FollowAsync(Dated("2026-05-03T09:00:00Z"));
        await MakeQuietAsync(room);
        int visits = room.Site.CountOf("/story");
        room.Site.Script("/feed", ScriptedAnswer.Feed(Dated("2026-05-03T20:00:00Z")));
        await PassAsync(room, TimeSpan.FromHours(2));

        Assert.Equal(visits, room.Site.CountOf("/story"));
    }

    [Fact]
    public async Task An_entry_whose_title_changes_at_every_reading_is_visited_no_more_than_every_quarter_of_an_hour()
    {
        await using JudgedSite room = await FollowAsync(Feed(("/story", "Harbour", "2026-05-03T09:00:00Z")));
        int reading = 0;
        room.Site.Script(
            "/feed", _ => ScriptedAnswer.Feed(Feed(("/story", $"Harbour {reading++}", "2026-05-03T09:00:00Z"))));
        for (int minute = 0; minute < 240; minute += 5)
        {
            await PassAsync(room, TimeSpan.FromMinutes(5));
        }

        Assert.InRange(room.Site.CountOf("/story"), 5, 17);
    }

    [Fact]
    public async Task A_retired_page_is_visited_again_when_its_feed_gives_it_a_new_title()
    {
        await using JudgedSite room = await FollowAsync(Feed(("/story", "Harbour", "2026-05-03T09:00:00Z")));
        while ((await room.FindVisitAsync()).DueAt is not null)
        {
            await room.VisitAsync();
        }

        room.Site.Script("/feed", ScriptedAnswer.Feed(Feed(("/story", "Harbour burns", "2026-05-03T09:00:00Z"))));
        await PassAsync(room, TimeSpan.FromDays(1));

        Visit visit = await room.FindVisitAsync();
        Assert.Equal(VisitState.Active, visit.State);
        Assert.NotNull(visit.DueAt);
    }

    [Fact]
    public async Task A_paused_page_stays_paused_whatever_its_feed_says()
    {
        await using JudgedSite room = await FollowAsync(Feed(("/story", "Harbour", "2026-05-03T09:00:00Z")));
        Visit visit = await room.FindVisitAsync();
        await room.Store.SaveVisitAsync(visit with { State = VisitState.Paused, DueAt = null }, JudgedSite.Stop);

        room.Site.Script("/feed", ScriptedAnswer.Feed(Feed(("/story", "Harbour burns", "2026-05-03T09:00:00Z"))));
        await PassAsync(room, TimeSpan.FromDays(1));

        visit = await room.FindVisitAsync();
        Assert.Equal((VisitState.Paused, (DateTimeOffset?)null), (visit.State, visit.DueAt));
    }

    private static async Task<JudgedSite> FollowAsync(string feed)
    {
        JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/feed", ScriptedAnswer.Feed(feed)).Script(
            "/story", ScriptedAnswer.Page(Story.Page("Harbour reopens", Story.About(0))));
        var subscription = new Subscription { Url = room.Site.Url("/feed"), AddedAt = room.Clock.Now };
        await room.Store.AddSubscriptionAsync(subscription, JudgedSite.Stop);
        await PassAsync(room, TimeSpan.Zero);
        return room;
    }

    /// <summary>Waits until the page is visited every few days only.</summary>
    private static async Task MakeQuietAsync(JudgedSite room)
    {
        for (int pass = 0; pass < 60; pass++)
        {
            await PassAsync(room, Hours);
        }

        await room.VisitAsync();
    }

    private static async Task PassAsync(JudgedSite room, TimeSpan wait)
    {
        room.Clock.Advance(wait);
        await room.Tracker.CheckDueAsync(JudgedSite.Stop).CountAsync(JudgedSite.Stop);
    }

    private static string Feed(params (string Path, string Title, string Date)[] entries) =>
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>News</title>" + string.Concat(entries.Select(entry =>
            $"<entry><id>{entry.Path}</id><title>{entry.Title}</title><link href='{entry.Path}'/>"
            + $"<published>2026-05-03T08:00:00Z</published><updated>{entry.Date}</updated></entry>")) + "</feed>";
}
