using NewsDiff.Tracking;

namespace NewsDiff.Tests.Judgement;

/// <summary>A story that moves is one article, whichever of its addresses is read first.</summary>
public sealed class TwinTests
{
    private static ScriptedAnswer Harbour => ScriptedAnswer.Page(Story.Page("The harbour reopens", Story.About(0)));

    [Fact]
    public async Task A_story_that_moved_to_an_address_not_read_yet_is_one_article()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", Harbour).Script("/world/story", Harbour);
        await room.AskAsync();
        room.Site.Script("/story", ScriptedAnswer.Redirect("/world/story"));
        await AnnounceAsync(room, "/world/story");
        await room.VisitAfterAsync(TimeSpan.Zero);

        Assert.Equal(1, await CountAsync(room));
        await room.Tracker.CheckDueAsync(JudgedSite.Stop).CountAsync(JudgedSite.Stop);
        Assert.Single(await room.VersionsAsync());
    }

    [Fact]
    public async Task Two_addresses_of_which_the_old_one_is_read_first_become_one_article()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", ScriptedAnswer.Redirect("/world/story")).Script("/world/story", Harbour);
        await AnnounceAsync(room, "/world/story");
        await room.AskAsync();
        await room.AskAsync("/world/story");
        await room.VisitAsync();

        Assert.Equal(1, await CountAsync(room));
    }

    [Fact]
    public async Task A_story_under_a_new_address_and_a_new_id_is_known_by_its_text_when_the_old_address_is_lost()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", Harbour, ScriptedAnswer.OfStatus(404)).Script("/4711", Harbour);
        await room.AskAsync();
        await room.VisitAsync();

        Assert.Equal(CheckKind.Merged, (await room.AskAsync("/4711")).Kind);
        Assert.Equal(room.Site.Url("/4711"), (await room.FindVisitAsync()).Url);
        Assert.Equal(CheckKind.Unchanged, (await room.VisitAsync()).Kind);
    }

    [Fact]
    public async Task A_story_under_a_new_address_and_a_new_id_is_known_by_its_text_after_a_restart_too()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", Harbour, ScriptedAnswer.OfStatus(404)).Script("/4711", Harbour);
        await room.AskAsync();
        await room.VisitAsync();
        room.Restart();

        Assert.Equal(CheckKind.Merged, (await room.AskAsync("/4711")).Kind);
    }

    [Theory]
    [InlineData("2026-05-03T08:00:00Z", "2026-05-03T08:00:00Z", 1)]
    [InlineData("2026-05-03T08:00:00Z", "2026-05-03T08:01:00Z", 2)]
    [InlineData(null, null, 2)]
    public async Task Two_living_pages_with_one_text_are_one_story_when_they_were_published_in_one_minute(
        string? first, string? second, int articles)
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", Dated(first)).Script("/4711", Dated(second));
        await room.AskAsync();
        await room.AskAsync("/4711");

        Assert.Equal(articles, await CountAsync(room));
    }

    [Fact]
    public async Task Another_story_in_the_place_of_a_lost_one_is_another_article()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", Harbour, ScriptedAnswer.OfStatus(404)).Script(
            "/4711", ScriptedAnswer.Page(Story.Page("The harbour reopens", Story.About(1))));
        await room.AskAsync();
        await room.VisitAsync();

        Assert.Equal(CheckKind.FirstSeen, (await room.AskAsync("/4711")).Kind);
    }

    [Fact]
    public async Task The_text_of_a_lost_story_under_another_title_is_another_article()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", Harbour, ScriptedAnswer.OfStatus(404)).Script(
            "/4711", ScriptedAnswer.Page(Story.Page("Terms of use", Story.About(0))));
        await room.AskAsync();
        await room.VisitAsync();

        Assert.Equal(CheckKind.FirstSeen, (await room.AskAsync("/4711")).Kind);
    }

    private static ScriptedAnswer Dated(string? published)
    {
        string meta = published is null ? "" : $"<meta property=\"article:published_time\" content=\"{published}\">";
        return ScriptedAnswer.Page(Story.Page("The harbour reopens", Story.About(0))
            .Replace("</head>", meta + "</head>", StringComparison.Ordinal));
    }

    private static async Task AnnounceAsync(JudgedSite room, string path)
    {
        var registration = new ArticleRegistration
        {
            Keys = NewsDiff.Identity.ArticleKeys.Compute(room.Site.Url(path)),
            Url = room.Site.Url(path),
            SeenAt = room.Clock.Now,
        };
        TrackedArticle article = await room.Store.RegisterAsync(registration, JudgedSite.Stop);
        var visit = new Visit
        {
            Kind = VisitKind.Article,
            Target = article.Id,
            Url = article.Url,
            DueAt = room.Clock.Now,
        };
        await room.Store.SaveVisitAsync(visit, JudgedSite.Stop);
    }

    private static ValueTask<int> CountAsync(JudgedSite room) =>
        room.Store.ReadArticlesAsync(new ArticleQuery(), JudgedSite.Stop).CountAsync(JudgedSite.Stop);
}
