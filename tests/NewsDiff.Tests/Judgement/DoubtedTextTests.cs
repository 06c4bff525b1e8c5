namespace NewsDiff.Tests.Judgement;

/// <summary>A shrunken text counts once it is still short; what is never twice the same counts with a doubt.</summary>
public sealed class DoubtedTextTests
{
    private static readonly string[] Full = Story.About(0);

    [Fact]
    public async Task A_cut_beside_a_live_counter_is_stored_at_the_second_sight()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", request => Says(
            request.Number == 1 ? Full : ["Withdrawn.", $"{request.Number * 17} people are reading this."]));
        await room.AskAsync();

        Assert.Equal([CheckKind.Failed, CheckKind.Changed], await room.VisitAsync(2));
        Assert.Null((await room.VersionsAsync())[^1].Doubt);
    }

    [Fact]
    public async Task A_text_that_was_short_once_leaves_no_trace()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", Says(Full), Says("Please log in to read on."), Says(Full));
        await room.AskAsync();

        Assert.Equal([CheckKind.Failed, CheckKind.Unchanged], await room.VisitAsync(2));
        Assert.Single(await room.VersionsAsync());
    }

    [Fact]
    public async Task What_is_strange_in_another_way_each_time_is_stored_as_uncertain_at_the_third_sight()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script(
            "/story",
            Says(Full),
            ScriptedAnswer.Page(Story.Page("", Story.About(0, 3))),
            ScriptedAnswer.Page(Story.Page("", Story.About(1, 8))),
            ScriptedAnswer.Page(Story.Page("", Story.About(2, 5))));
        await room.AskAsync();
        List<CheckKind> kinds = await room.VisitAsync(3);

        Assert.Equal(CheckKind.Failed, kinds[0]);
        Assert.InRange((await room.VersionsAsync()).Count, 1, 2);
    }

    [Fact]
    public async Task A_text_that_lost_half_of_itself_is_stored_at_once()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", Says(Full), Says(Full[..3]));
        await room.AskAsync();

        Assert.Equal([CheckKind.Changed], await room.VisitAsync(1));
    }

    private static ScriptedAnswer Says(params string[] paragraphs) =>
        ScriptedAnswer.Page(Story.Page("The harbour reopens", paragraphs));
}
