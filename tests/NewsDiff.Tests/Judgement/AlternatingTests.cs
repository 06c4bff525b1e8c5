using NewsDiff.Events;

namespace NewsDiff.Tests.Judgement;

/// <summary>A page that alternates between texts makes three versions and one event, not one at every switch.</summary>
public sealed class AlternatingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task Two_texts_in_turn_make_three_versions_in_ninety_days(int visitsEach)
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", request => Says((request.Number - 1) / visitsEach % 2 == 0 ? "early" : "late"));
        await room.AskAsync();
        List<CheckOutcome> outcomes = [];
        while (room.Clock.Now < new DateTimeOffset(2026, 8, 1, 12, 0, 0, TimeSpan.Zero))
        {
            outcomes.Add(await room.VisitAfterAsync(TimeSpan.FromHours(3)));
        }

        Assert.Equal(3, (await room.VersionsAsync()).Count);
        Assert.Equal(1, await room.Store.ReadEventsAsync(new EventQuery(), JudgedSite.Stop)
            .CountAsync(happened => happened.Kind == ArticleEventKind.Oscillating, JudgedSite.Stop));
        CheckOutcome[] switches = [.. outcomes.Where(outcome => outcome.Kind == CheckKind.Oscillating)];
        Assert.Equal(Enumerable.Range(2, switches.Length), switches.Select(outcome => outcome.Switches));
        Assert.InRange(switches.Length, (outcomes.Count / visitsEach) - 4, outcomes.Count / visitsEach);
    }

    [Fact]
    public async Task Headlines_that_alternate_within_hours_are_a_test_of_headlines()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        string[] titles = ["Harbour reopens", "Ships are back", "Harbour reopens", "Ships are back"];
        room.Site.Script(
            "/story", [.. titles.Select(title => ScriptedAnswer.Page(Story.Page(title, Story.About(0))))]);
        await room.AskAsync();
        await room.VisitAsync(2);
        CheckOutcome outcome = await room.VisitAsync();

        Assert.Equal((CheckKind.Oscillating, 2), (outcome.Kind, outcome.Switches));
        Assert.Contains("test headlines", outcome.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bodies_that_alternate_are_no_test_of_headlines()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", Says("a"), Says("b"), Says("a"), Says("b"));
        await room.AskAsync();
        await room.VisitAsync(2);

        Assert.DoesNotContain("headlines", (await room.VisitAsync()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_that_is_taken_back_once_is_stored()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", Says("a"), Says("b"), Says("a"));
        await room.AskAsync();

        Assert.Equal([CheckKind.Changed, CheckKind.Changed, CheckKind.Unchanged], await room.VisitAsync(3));
    }

    [Fact]
    public async Task A_new_text_ends_the_alternation_at_once()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", Says("a"), Says("b"), Says("a"), Says("b"), Says("a"), Says("new"));
        await room.AskAsync();
        await room.VisitAsync(4);

        Assert.Equal(CheckKind.Changed, (await room.VisitAsync()).Kind);
        Assert.Equal(4, (await room.VersionsAsync()).Count);
    }

    [Fact]
    public async Task A_text_that_stays_at_last_is_stored_within_days()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", Says("a"), Says("b"), Says("a"), Says("b"));
        await room.AskAsync();
        await room.VisitAsync(3);
        DateTimeOffset settled = room.Clock.Now;
        CheckOutcome outcome = await room.VisitAsync();
        while (outcome.Kind == CheckKind.Unchanged)
        {
            outcome = await room.VisitAsync();
        }

        Assert.Equal(CheckKind.Changed, outcome.Kind);
        Assert.InRange(outcome.CheckedAt - settled, TimeSpan.FromDays(1), TimeSpan.FromDays(2));
        Article last = (await room.VersionsAsync())[^1].Article;
        Assert.Contains("The b edition", last.Paragraphs[0].Text, StringComparison.Ordinal);
    }

    private static ScriptedAnswer Says(string edition) => ScriptedAnswer.Page(
        Story.Page("Harbour reopens", [$"The {edition} edition of the story.", .. Story.About(0)]));
}
