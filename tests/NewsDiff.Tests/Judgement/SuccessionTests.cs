using NewsDiff.Events;
using NewsDiff.Tracking;

namespace NewsDiff.Tests.Judgement;

/// <summary>A story that leaves its address to another one keeps its history, and the other begins its own.</summary>
public sealed class SuccessionTests
{
    private static readonly (string Title, string[] Text) Harbour = ("The harbour reopens", Story.About(0));
    private static readonly (string Title, string[] Text) Glacier = ("Glacier retreats", Story.About(4));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_story_that_moves_while_another_takes_its_address_stays_itself(bool isMovedFirst)
    {
        await using JudgedSite room = await FollowAsync(("/top", "g1", Harbour));
        string harbour = (await ArticleAsync(room, "/top")).Id;

        (string, string, (string, string[]))[] entries = [("/top", "g2", Glacier), ("/world/harbour", "g1", Harbour)];
        Publish(room, isMovedFirst ? [.. entries.Reverse()] : entries);
        for (int hour = 0; hour < 30; hour++)
        {
            await PassAsync(room, TimeSpan.FromHours(1));
        }

        TrackedArticle glacier = await ArticleAsync(room, "/top");
        Assert.Equal(harbour, (await ArticleAsync(room, "/world/harbour")).Id);
        Assert.NotEqual(harbour, glacier.Id);
        Assert.Equal([Harbour.Title], await TitlesAsync(room, harbour));
        Assert.Equal([Glacier.Title], await TitlesAsync(room, glacier.Id));
        Assert.Equal(room.Site.Url("/world/harbour"), (await room.Store.FindByIdAsync(harbour, JudgedSite.Stop))!.Url);

        room.Site.Script("/world/harbour", Page((Harbour.Title, [.. Harbour.Text, "It opened at noon, they said."])));
        room.Site.Script("/top", Page((Glacier.Title, [.. Glacier.Text, "It is smaller than ever, as they said."])));
        await PassAsync(room, TimeSpan.FromDays(1));
        Assert.Equal([Harbour.Title, Harbour.Title], await TitlesAsync(room, harbour));
        Assert.Equal([Glacier.Title, Glacier.Title], await TitlesAsync(room, glacier.Id));
        Assert.Equal(
            [(ArticleEventKind.FirstSeen, harbour), (ArticleEventKind.FirstSeen, glacier.Id)],
            await room.Store.ReadEventsAsync(new EventQuery(), JudgedSite.Stop)
                .Where(happened => happened.Number == 1).Select(happened => (happened.Kind, happened.ArticleId))
                .ToListAsync(JudgedSite.Stop));
    }

    [Fact]
    public async Task Stories_that_all_move_on_by_one_place_stay_themselves()
    {
        (string Title, string[] Text) orchard = ("Orchard in bloom", Story.About(1));
        await using JudgedSite room = await FollowAsync(("/1", "g1", Harbour), ("/2", "g2", Glacier));
        string[] ids = [(await ArticleAsync(room, "/1")).Id, (await ArticleAsync(room, "/2")).Id];

        Publish(room, ("/1", "g3", orchard), ("/2", "g1", Harbour), ("/3", "g2", Glacier));
        await PassAsync(room, TimeSpan.FromHours(1));
        Assert.Equal(ids[0], (await ArticleAsync(room, "/2")).Id);
        Assert.Equal(ids[1], (await ArticleAsync(room, "/3")).Id);

        // They change places.
        Publish(room, ("/1", "g3", orchard), ("/2", "g2", Glacier), ("/3", "g1", Harbour));
        await PassAsync(room, TimeSpan.FromHours(1));
        await PassAsync(room, TimeSpan.FromDays(2));

        Assert.Equal(ids[0], (await ArticleAsync(room, "/3")).Id);
        Assert.Equal(ids[1], (await ArticleAsync(room, "/2")).Id);
        Assert.Equal([Harbour.Title], await TitlesAsync(room, ids[0]));
        Assert.Equal([Glacier.Title], await TitlesAsync(room, ids[1]));
        Assert.Equal([orchard.Title], await TitlesAsync(room, (await ArticleAsync(room, "/1")).Id));
    }

    [Fact]
    public async Task Ids_that_are_only_numbers_of_places_move_no_story()
    {
        await using JudgedSite room = await FollowAsync(("/harbour", "1", Harbour));
        string harbour = (await ArticleAsync(room, "/harbour")).Id;

        Publish(room, ("/glacier", "1", Glacier), ("/harbour", "2", Harbour));
        await PassAsync(room, TimeSpan.FromHours(1));
        await PassAsync(room, TimeSpan.FromDays(2));

        Assert.Equal(harbour, (await ArticleAsync(room, "/harbour")).Id);
        Assert.Equal([Harbour.Title], await TitlesAsync(room, harbour));
        Assert.Equal([Glacier.Title], await TitlesAsync(room, (await ArticleAsync(room, "/glacier")).Id));
    }

    [Fact]
    public async Task A_story_with_a_new_id_keeps_its_address_although_its_title_is_elsewhere_too()
    {
        await using JudgedSite room = await FollowAsync(("/harbour", "g1", Harbour));
        string harbour = (await ArticleAsync(room, "/harbour")).Id;

        Publish(room, ("/harbour", "g2", Harbour), ("/live", "g1", (Harbour.Title, Glacier.Text)));
        await PassAsync(room, TimeSpan.FromHours(1));

        Assert.Equal(harbour, (await ArticleAsync(room, "/harbour")).Id);
    }

    [Fact]
    public async Task A_story_that_the_feed_no_longer_names_has_not_moved()
    {
        await using JudgedSite room = await FollowAsync(("/harbour", "g1", Harbour));
        string harbour = (await ArticleAsync(room, "/harbour")).Id;

        Publish(room, ("/harbour", "g2", Glacier));
        await PassAsync(room, TimeSpan.FromHours(1));

        Assert.Equal(harbour, (await ArticleAsync(room, "/harbour")).Id);
        await room.Store.ReadArticlesAsync(new ArticleQuery(), JudgedSite.Stop).SingleAsync(JudgedSite.Stop);
    }

    [Fact]
    public async Task A_story_that_was_never_read_is_looked_for_at_its_new_address()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        await SubscribeAsync(room, ("/top", "g1", Harbour));
        room.Site.Script("/top", ScriptedAnswer.OfStatus(500));
        await PassAsync(room, TimeSpan.Zero);

        Publish(room, ("/top", "g2", Glacier), ("/world/harbour", "g1", Harbour));
        await PassAsync(room, TimeSpan.FromDays(1));
        await PassAsync(room, TimeSpan.FromDays(1));

        Assert.Equal([Harbour.Title], await TitlesAsync(room, (await ArticleAsync(room, "/world/harbour")).Id));
        Assert.Equal([Glacier.Title], await TitlesAsync(room, (await ArticleAsync(room, "/top")).Id));
    }

    private static async Task<JudgedSite> FollowAsync(
        params (string Path, string Id, (string Title, string[] Text) Story)[] entries)
    {
        JudgedSite room = await JudgedSite.StartAsync();
        await SubscribeAsync(room, entries);
        await PassAsync(room, TimeSpan.Zero);
        return room;
    }

    private static async Task SubscribeAsync(
        JudgedSite room, params (string Path, string Id, (string Title, string[] Text) Story)[] entries)
    {
        Publish(room, entries);
        var subscription = new Subscription { Url = room.Site.Url("/feed"), AddedAt = room.Clock.Now };
        await room.Store.AddSubscriptionAsync(subscription, JudgedSite.Stop);
    }

    private static void Publish(
        JudgedSite room, params (string Path, string Id, (string Title, string[] Text) Story)[] entries)
    {
        foreach ((string path, _, (string, string[]) story) in entries)
        {
            room.Site.Script(path, Page(story));
        }

        room.Site.Script("/feed", ScriptedAnswer.Feed(
            "<rss version='2.0'><channel><title>News</title>" + string.Concat(entries.Select(entry =>
                $"<item><guid isPermaLink='false'>{entry.Id}</guid><title>{entry.Story.Title}</title>"
                + $"<link>{room.Site.Url(entry.Path)}</link></item>")) + "</channel></rss>"));
    }

    private static ScriptedAnswer Page((string Title, string[] Text) story) =>
        ScriptedAnswer.Page(Story.Page(story.Title, story.Text));

    private static async Task PassAsync(JudgedSite room, TimeSpan wait)
    {
        room.Clock.Advance(wait);
        await room.Tracker.CheckDueAsync(JudgedSite.Stop).CountAsync(JudgedSite.Stop);
    }

    private static async Task<TrackedArticle> ArticleAsync(JudgedSite room, string path) =>
        (await room.Store.FindByKeyAsync(
            NewsDiff.Identity.ArticleKeys.Compute(room.Site.Url(path))[0], JudgedSite.Stop))!;

    private static async Task<List<string>> TitlesAsync(JudgedSite room, string articleId) =>
        await room.Store.ReadVersionsAsync(new VersionQuery { ArticleId = articleId }, JudgedSite.Stop)
            .Select(version => version.Article.Title).ToListAsync(JudgedSite.Stop);
}
