namespace NewsDiff.Tests.Judgement;

/// <summary>What varies at every visit is learned after three changes; what is edited is not.</summary>
public sealed class VolatilePlaceTests
{
    [Theory]
    [InlineData("{0} people are reading this.")]
    [InlineData("Shared {0} times by our readers.")]
    [InlineData("Read by {0} and liked by {1}.")]
    [InlineData("Updated {0} minutes ago.")]
    public async Task A_counter_makes_three_changes_in_its_life(string counter)
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", request => Says(
            With(string.Format(null, counter, 1000 + (request.Number * 37), 90 + request.Number), Story.About(0))));
        await room.AskAsync();
        int visits = 0;
        while ((await room.FindVisitAsync()).DueAt is not null)
        {
            await room.VisitAsync();
            Assert.InRange(++visits, 0, 50);
        }

        Assert.Equal(4, (await room.VersionsAsync()).Count);
    }

    [Fact]
    public async Task An_edit_beside_a_counter_is_stored_at_once()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        string[] story = Story.About(0);
        room.Site.Script("/story", request => Says(
            With($"{request.Number * 37} people are reading this.", story)));
        await room.AskAsync();
        await room.VisitAsync(5);
        story = [.. story.Select((text, n) => n == 4 ? text.Replace("asked", "refused") : text)];

        Assert.Equal([CheckKind.Changed, CheckKind.Unchanged], await room.VisitAsync(2));
    }

    [Fact]
    public async Task A_number_that_changes_with_the_story_is_part_of_it()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", request => Says(
            [$"The harbour counts {request.Number + 11} damaged boats.", .. Story.About(0, 3 + request.Number)]));
        await room.AskAsync();

        Assert.Equal(Enumerable.Repeat(CheckKind.Changed, 6), await room.VisitAsync(6));
    }

    [Fact]
    public async Task A_number_that_stands_still_after_three_changes_counts_again()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        int[] boats = [1, 2, 3, 4, 9, 9, 9, 9, 9, 9];
        room.Site.Script("/story", request => Says(
            [$"The harbour counts {boats[Math.Min(request.Number, 10) - 1]} damaged boats.", .. Story.About(0)]));
        await room.AskAsync();
        List<CheckKind> kinds = await room.VisitAsync(9);

        Assert.Equal(CheckKind.Unchanged, kinds[3]);
        Assert.Single(kinds[4..], CheckKind.Changed);
        Assert.Contains(" 9 ", (await room.VersionsAsync())[^1].Article.Paragraphs[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_headline_is_never_a_counter()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", request => ScriptedAnswer.Page(
            Story.Page($"{request.Number} boats are missing", Story.About(0))));
        await room.AskAsync();

        Assert.Equal(Enumerable.Repeat(CheckKind.Changed, 6), await room.VisitAsync(6));
    }

    [Fact]
    public async Task A_counter_does_not_keep_the_tracker_coming()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", request => Says(
            With($"{request.Number * 37} people are reading this.", Story.About(0))));
        await room.AskAsync();
        await room.VisitAsync(20);

        Assert.InRange((await room.FindVisitAsync()).Interval, TimeSpan.FromHours(4), TimeSpan.FromDays(9));
    }

    /// <summary>Paragraphs with a sentence at the end of the third one.</summary>
    private static string[] With(string sentence, string[] paragraphs) =>
        [.. paragraphs.Select((text, number) => number == 2 ? $"{text} {sentence}" : text)];

    private static ScriptedAnswer Says(params string[] paragraphs) =>
        ScriptedAnswer.Page(Story.Page("The harbour reopens", paragraphs));
}
