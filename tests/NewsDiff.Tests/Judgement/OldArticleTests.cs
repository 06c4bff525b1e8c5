using System.Globalization;
using NewsDiff.Tracking;

namespace NewsDiff.Tests.Judgement;

/// <summary>An article that is old when its feed is added is visited like a quiet one, until it changes.</summary>
public sealed class OldArticleTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public async Task A_feed_of_old_entries_costs_few_visits_in_its_first_day()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        DateTimeOffset start = room.Clock.Now;
        string[] dates = [.. Enumerable.Range(0, 6).Select(n => Iso(start - (Day * (3 + (n * 40)))))];
        room.Site.Script("/feed", Rss(room, dates));
        foreach ((int n, string date) in dates.Index())
        {
            room.Site.Script($"/story{n}", Dated(date, n));
        }

        Assert.InRange(await CountVisitsOfADayAsync(room, count: 6), 24, 36);
    }

    [Fact]
    public async Task A_feed_of_fresh_entries_is_visited_as_often_as_ever()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        string now = Iso(room.Clock.Now);
        room.Site.Script("/feed", Rss(room, [now, now]));
        room.Site.Script("/story0", Dated(now)).Script("/story1", Dated(null, 1));

        Assert.InRange(await CountVisitsOfADayAsync(room, count: 2), 36, 44);
    }

    [Theory]
    [InlineData(true, false, 15)]
    [InlineData(false, true, 15)]
    [InlineData(false, false, 200)]
    public async Task The_latest_date_of_the_page_and_its_entry_counts(bool isEntryNew, bool isPageNew, int minutes)
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        (string old, string now) = (Iso(room.Clock.Now - (Day * 900)), Iso(room.Clock.Now));
        room.Site.Script("/feed", Rss(room, [isEntryNew ? now : old])).Script("/story0", Dated(isPageNew ? now : old));
        await room.Tracker.CheckFeedAsync(room.Site.Url("/feed"), JudgedSite.Stop).CountAsync(JudgedSite.Stop);

        Assert.InRange((await room.FindVisitAsync("/story0")).Interval.TotalMinutes, minutes, minutes * 1.5);
    }

    [Fact]
    public async Task An_old_article_that_the_feed_announces_later_is_news()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        string old = Iso(room.Clock.Now - (Day * 900));
        room.Site.Script("/feed", Rss(room, [old]), Rss(room, [old, old]));
        room.Site.Script("/story0", Dated(old)).Script("/story1", Dated(old, 1));
        for (int reading = 0; reading < 2; reading++)
        {
            await room.Tracker.CheckFeedAsync(room.Site.Url("/feed"), JudgedSite.Stop).CountAsync(JudgedSite.Stop);
            room.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.True((await room.FindVisitAsync("/story0")).Interval > TimeSpan.FromHours(3));
        Assert.True((await room.FindVisitAsync("/story1")).Interval < TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task An_old_article_that_a_person_asked_for_is_visited_as_a_new_one()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", Dated(Iso(room.Clock.Now - (Day * 900))));
        await room.AskAsync();

        Assert.True((await room.FindVisitAsync()).Interval < TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task An_article_that_is_dated_years_ago_by_mistake_is_followed_closely_once_it_changes()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        string old = Iso(room.Clock.Now - (Day * 900));
        room.Site.Script("/feed", Rss(room, [old])).Script(
            "/story0", Dated(old), Dated(old, 0, "One more was found on Monday evening, the owners said."));
        await room.Tracker.CheckFeedAsync(room.Site.Url("/feed"), JudgedSite.Stop).CountAsync(JudgedSite.Stop);
        Visit visit = await room.FindVisitAsync("/story0");
        Assert.True(visit.Interval > TimeSpan.FromHours(3));

        room.Clock.Advance(visit.Interval * 1.2);
        await room.Tracker.VisitAsync(visit, cancellationToken: JudgedSite.Stop);
        Assert.InRange(
            (await room.FindVisitAsync("/story0")).Interval, TimeSpan.FromMinutes(10), TimeSpan.FromHours(1.1));
    }

    private static async Task<int> CountVisitsOfADayAsync(JudgedSite room, int count)
    {
        DateTimeOffset end = room.Clock.Now + Day;
        await room.Tracker.CheckFeedAsync(room.Site.Url("/feed"), JudgedSite.Stop).CountAsync(JudgedSite.Stop);
        string[] paths = [.. Enumerable.Range(0, count).Select(n => $"/story{n}")];
        for (; room.Clock.Now < end; room.Clock.Advance(TimeSpan.FromMinutes(5)))
        {
            foreach (string path in paths)
            {
                Visit visit = await room.FindVisitAsync(path);
                if (visit.DueAt <= room.Clock.Now)
                {
                    await room.Tracker.VisitAsync(visit, cancellationToken: JudgedSite.Stop);
                }
            }
        }

        return paths.Sum(path => room.Site.CountOf(path));
    }

    private static ScriptedAnswer Rss(JudgedSite room, string[] dates) => ScriptedAnswer.Feed(
        "<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>News</title>"
        + string.Concat(dates.Select((date, n) =>
            $"<item><title>Story {n}</title><link>{room.Site.Url($"/story{n}")}</link><dc:date>{date}</dc:date></item>"))
        + "</channel></rss>");

    private static ScriptedAnswer Dated(string? published, int subject = 0, params string[] more)
    {
        string meta = published is null ? "" : $"<meta property=\"article:published_time\" content=\"{published}\">";
        return ScriptedAnswer.Page(Story.Page($"Story {subject}", [.. Story.About(subject), .. more])
            .Replace("</head>", meta + "</head>", StringComparison.Ordinal));
    }

    private static string Iso(DateTimeOffset time) =>
        time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
