namespace NewsDiff.Tests.Judgement;

/// <summary>A clock that jumps by a year and back confirms nothing, ends nothing, and leaves nothing stuck.</summary>
public sealed class ClockTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static ScriptedAnswer Harbour => ScriptedAnswer.Page(Story.Page("The harbour reopens", Story.About(0)));

    [Theory]
    [InlineData(365)]
    [InlineData(-365)]
    public async Task A_410_on_two_sides_of_a_jump_is_one_sight(int days)
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", Harbour, ScriptedAnswer.OfStatus(410));
        await room.AskAsync();
        await room.VisitAfterAsync(Hour);
        room.Clock.AdjustTime(room.Clock.Now.AddDays(days));
        CheckOutcome afterJump = await room.VisitAfterAsync(Hour);
        room.Clock.AdjustTime(room.Clock.Now.AddDays(-days));
        CheckOutcome afterReturn = await room.VisitAfterAsync(Hour);

        Assert.Equal([CheckKind.Failed, CheckKind.Failed], [afterJump.Kind, afterReturn.Kind]);
        Assert.Equal(CheckKind.Vanished, (await room.VisitAfterAsync(TimeSpan.FromDays(1))).Kind);
    }

    [Theory]
    [InlineData(365)]
    [InlineData(-365)]
    public async Task A_redirect_on_two_sides_of_a_jump_is_one_sight(int days)
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", Harbour).Script("/moved", Harbour);
        await room.AskAsync();
        room.Site.Script("/story", ScriptedAnswer.Redirect("/moved"));
        await room.VisitAfterAsync(Hour);
        room.Clock.AdjustTime(room.Clock.Now.AddDays(days));
        await room.VisitAfterAsync(Hour);
        Assert.Equal(room.Site.Url("/story"), (await room.FindVisitAsync()).Url);

        await room.VisitAfterAsync(TimeSpan.FromDays(1));
        Assert.Equal(room.Site.Url("/moved"), (await room.FindVisitAsync()).Url);
    }

    [Theory]
    [InlineData(365)]
    [InlineData(-365)]
    public async Task A_strange_text_needs_its_day_on_either_side_of_a_jump(int days)
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", Harbour, ScriptedAnswer.Page(Story.Page("Glacier retreats", Story.About(4))));
        await room.AskAsync();
        await room.VisitAfterAsync(Hour);
        room.Clock.AdjustTime(room.Clock.Now.AddDays(days));
        for (int sight = 0; sight < 4; sight++)
        {
            Assert.Equal(CheckKind.Failed, (await room.VisitAfterAsync(Hour)).Kind);
        }

        Assert.Equal(CheckKind.Changed, (await room.VisitAfterAsync(TimeSpan.FromDays(1))).Kind);
    }

    [Theory]
    [InlineData(365)]
    [InlineData(-365)]
    public async Task An_alternation_and_a_lying_server_are_still_known_after_a_jump_back(int days)
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        string text = "a";
        room.Site.Script("/story", request => request.IsConditional
            ? ScriptedAnswer.OfStatus(304)
            : ScriptedAnswer.Page(Story.Page("Harbour", [$"The {text} edition.", .. Story.About(0)]))
                .With("ETag", "\"same\""));
        await room.AskAsync();
        text = "b";
        await room.AskAsync();
        text = "a";
        await room.VisitAfterAsync(Hour);
        room.Clock.AdjustTime(room.Clock.Now.AddDays(days));
        await room.VisitAfterAsync(Hour);
        room.Clock.AdjustTime(room.Clock.Now.AddDays(-days));
        text = "c";

        Assert.Equal(CheckKind.Changed, (await room.VisitAfterAsync(Hour)).Kind);
        text = "d";
        for (int visit = 0; visit < 9 && (await room.VersionsAsync()).Count < 5; visit++)
        {
            await room.VisitAfterAsync(Hour);
        }

        Assert.Equal(5, (await room.VersionsAsync()).Count);
    }
}
