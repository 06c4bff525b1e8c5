using NewsDiff.Tracking;

namespace NewsDiff.Tests.Judgement;

/// <summary>A server that says "not modified" for ever is found out, at a bounded cost.</summary>
public sealed class NotModifiedTests
{
    private const string Tag = "\"same\"";

    [Fact]
    public async Task A_text_that_changed_behind_not_modified_is_seen_within_a_day()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        string text = "first";
        room.Site.Script("/story", request => Lying(request, text));
        await room.AskAsync();
        text = "second";
        DateTimeOffset changed = room.Clock.Now;

        CheckOutcome outcome = await room.VisitAsync();
        while (outcome.Kind == CheckKind.Unchanged)
        {
            outcome = await room.VisitAsync();
        }

        Assert.Equal(CheckKind.Changed, outcome.Kind);
        Assert.InRange(outcome.CheckedAt - changed, TimeSpan.Zero, TimeSpan.FromDays(1));
    }

    [Fact]
    public async Task A_site_that_was_caught_is_asked_in_full_for_all_its_articles()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        string text = "first";
        room.Site.Script("/story", request => Lying(request, text)).Script("/other", request => Lying(request, text));
        await room.AskAsync();
        await room.AskAsync("/other");
        text = "second";
        await room.AskAsync();

        Assert.Equal(CheckKind.Changed, (await room.VisitAsync("/other")).Kind);
        text = "third";
        Assert.Equal(CheckKind.Changed, (await room.VisitAsync()).Kind);

        room.Restart();
        text = "fourth";
        Assert.Equal(CheckKind.Changed, (await room.VisitAsync()).Kind);
    }

    [Fact]
    public async Task A_person_always_gets_the_whole_answer()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        string text = "first";
        room.Site.Script("/story", request => Lying(request, text));
        await room.AskAsync();
        text = "second";

        Assert.Equal(CheckKind.Changed, (await room.AskAsync()).Kind);
        text = "third";
        CheckOutcome outcome = await room.Tracker.CheckAllAsync(JudgedSite.Stop).SingleAsync(JudgedSite.Stop);
        Assert.Equal(CheckKind.Changed, outcome.Kind);
    }

    [Fact]
    public async Task An_honest_server_sends_the_whole_page_in_a_third_of_the_visits_at_most()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        int whole = 0;
        room.Site.Script("/story", request =>
        {
            ScriptedAnswer answer = Lying(request, "same");
            whole += answer.Status == 200 ? 1 : 0;
            return answer;
        });
        await room.AskAsync();
        int visits = 1;
        while ((await room.FindVisitAsync()).DueAt is not null)
        {
            await room.VisitAsync();
            visits++;
        }

        Assert.InRange(visits, 40, 45);
        Assert.InRange(whole, 8, visits / 3);
    }

    [Fact]
    public async Task A_feed_that_says_not_modified_for_ever_still_announces_its_articles()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        string items = "";
        room.Site.Script("/feed", request => request.IsConditional
            ? ScriptedAnswer.OfStatus(304)
            : ScriptedAnswer.Feed($"<rss version='2.0'><channel><title>News</title>{items}</channel></rss>")
                .With("ETag", Tag));
        var feed = new Subscription { Url = room.Site.Url("/feed"), AddedAt = room.Clock.Now };
        await room.Store.AddSubscriptionAsync(feed, JudgedSite.Stop);
        await room.Tracker.CheckDueAsync(JudgedSite.Stop).ToListAsync(JudgedSite.Stop);
        items = $"<item><title>New</title><link>{room.Site.Url("/story")}</link></item>";
        room.Site.Script("/story", ScriptedAnswer.Page(Story.Page("New", Story.About(0))));

        int passes = 0;
        List<CheckOutcome> outcomes = [];
        while (!outcomes.Exists(outcome => outcome.Kind == CheckKind.FirstSeen))
        {
            room.Clock.Advance(TimeSpan.FromHours(1.1));
            outcomes = await room.Tracker.CheckDueAsync(JudgedSite.Stop).ToListAsync(JudgedSite.Stop);
            Assert.InRange(++passes, 1, 9);
        }

        items += $"<item><title>Newer</title><link>{room.Site.Url("/newer")}</link></item>";
        room.Clock.Advance(TimeSpan.FromHours(1.1));
        await room.Tracker.CheckDueAsync(JudgedSite.Stop).ToListAsync(JudgedSite.Stop);
        Assert.Equal(1, room.Site.Requests.Count(request => request.Path == "/newer"));
    }

    private static ScriptedAnswer Lying(ScriptedRequest request, string text) => request.IsConditional
        ? ScriptedAnswer.OfStatus(304)
        : ScriptedAnswer.Page(Story.Page("Harbour", [$"The {text} paragraph of the story.", .. Story.About(0)]))
            .With("ETag", Tag);
}
