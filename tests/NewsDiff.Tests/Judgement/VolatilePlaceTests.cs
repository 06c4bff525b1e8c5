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
            Assert.InRange(++visits, 0, 60);
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
        await room.VisitAsync(30);

        Assert.InRange((await room.FindVisitAsync()).Interval, TimeSpan.FromHours(4), TimeSpan.FromDays(9));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task A_paragraph_that_rotates_makes_three_changes(int at)
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", request => Says(Beside(at, [Quote(request.Number)])));
        await room.AskAsync();
        int visits = 0;
        while ((await room.FindVisitAsync()).DueAt is not null)
        {
            await room.VisitAsync();
            Assert.InRange(++visits, 0, 60);
        }

        Assert.InRange((await room.VersionsAsync()).Count, 2, 4);
    }

    [Fact]
    public async Task Teasers_that_rotate_in_two_places_make_three_changes()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", request => Says(
            [.. Beside(2, [Quote(request.Number)]), Quote(request.Number + 50), Quote(request.Number + 90)]));
        await room.AskAsync();
        await room.VisitAsync(20);

        Assert.InRange((await room.VersionsAsync()).Count, 2, 4);
    }

    [Fact]
    public async Task A_quotation_of_the_day_makes_three_changes_in_weeks()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        DateTimeOffset start = room.Clock.Now;
        room.Site.Script("/story", _ => Says(Beside(3, [Quote((int)(room.Clock.Now - start).TotalDays)])));
        await room.AskAsync();
        while (room.Clock.Now - start < TimeSpan.FromDays(30))
        {
            await room.VisitAsync();
        }

        Assert.InRange((await room.VersionsAsync()).Count, 2, 6);
    }

    [Fact]
    public async Task An_edit_beside_a_paragraph_that_rotates_is_stored_at_once()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        bool isEdited = false;
        room.Site.Script("/story", request => Says([.. Beside(3, [Quote(request.Number)]).Select(
            (text, n) => n == 1 && isEdited ? text.Replace("asked", "refused") : text)]));
        await room.AskAsync();
        await room.VisitAsync(5);
        isEdited = true;

        Assert.Equal([CheckKind.Changed, CheckKind.Unchanged], await room.VisitAsync(2));
    }

    [Fact]
    public async Task A_paragraph_that_is_edited_again_and_again_is_part_of_the_story()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        string text = "The pilot said that";
        room.Site.Script("/story", request => Says(Beside(3, [
            "The pilot of the first boat said that the storm had broken the mast before the fishermen saw the harbour, "
            + string.Join(' ', Enumerable.Range(0, 7).Select(n => $"{text} {(char)('a' + request.Number)}{n}word"))])));
        await room.AskAsync();

        Assert.Equal(Enumerable.Repeat(CheckKind.Changed, 6), await room.VisitAsync(6));
    }

    [Fact]
    public async Task A_new_paragraph_that_stays_is_stored_after_days_although_its_place_rotated()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        int rotations = 5;
        room.Site.Script("/story", request => Says(Beside(3, [Quote(Math.Min(request.Number, rotations))])));
        await room.AskAsync();
        DateTimeOffset start = room.Clock.Now;
        while (room.Clock.Now - start < TimeSpan.FromDays(6))
        {
            await room.VisitAsync();
        }

        Assert.Contains(Quote(rotations), (await room.VersionsAsync())[^1].Article.Paragraphs.Select(p => p.Text));
    }

    /// <summary>The story with other paragraphs among its own.</summary>
    private static string[] Beside(int at, string[] others) =>
        [.. Story.About(0)[..at], .. others, .. Story.About(0)[at..]];

    /// <summary>A sentence of 16 words, none of which another one has.</summary>
    private static string Quote(int number) => string.Join(' ', Enumerable.Range(0, 16).Select(
        word => $"{(char)('a' + (number % 26))}quoted{(char)('a' + word)}{(char)('a' + (number / 26))}")) + ".";

    /// <summary>Paragraphs with a sentence at the end of the third one.</summary>
    private static string[] With(string sentence, string[] paragraphs) =>
        [.. paragraphs.Select((text, number) => number == 2 ? $"{text} {sentence}" : text)];

    private static ScriptedAnswer Says(params string[] paragraphs) =>
        ScriptedAnswer.Page(Story.Page("The harbour reopens", paragraphs));
}
