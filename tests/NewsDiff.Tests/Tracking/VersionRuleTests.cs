namespace NewsDiff.Tests.Tracking;

public sealed class VersionRuleTests
{
    [Theory]
    [InlineData("a b", "a  b", CheckKind.Unchanged)]
    [InlineData("a b", " a\u00A0b\n", CheckKind.Unchanged)]
    [InlineData("caf\u00E9", "cafe\u0301", CheckKind.Unchanged)]
    [InlineData("a.", "a .", CheckKind.Unchanged)]
    [InlineData("int a;\n\n\nint b;", "int a;\n\nint b;", CheckKind.Unchanged)]
    [InlineData("a b", "ab", CheckKind.Changed)]
    [InlineData("14 days", "28 days", CheckKind.Changed)]
    [InlineData("a-b", "a\u2011b", CheckKind.Changed)]
    [InlineData("ab", "a\u00ADb", CheckKind.Changed)]
    [InlineData("A", "a", CheckKind.Changed)]
    [InlineData("", "a", CheckKind.Changed)]
    [InlineData("He said.", "He said?", CheckKind.Changed)]
    public async Task A_version_is_what_a_comparison_shows(string before, string after, CheckKind expected)
    {
        var room = new Newsroom();
        room.Site.Publish(Newsroom.Story, "Title", before);
        await room.CheckStoryAsync();
        room.Site.Publish(Newsroom.Story, "Title", after);

        CheckOutcome outcome = await room.CheckStoryAsync();

        Assert.Equal(expected, outcome.Kind);
        Assert.Equal(expected == CheckKind.Changed ? 2 : 1, (await room.VersionsAsync()).Count);
        Assert.NotEqual(false, outcome.Change?.Diff.HasChanges);
    }

    [Fact]
    public async Task How_changes_are_shown_never_decides_what_is_stored()
    {
        var room = new Newsroom(new TrackerOptions { Diff = new DiffOptions { IgnoreCase = true } });
        room.Site.Publish(Newsroom.Story, "Title", "Text.");
        await room.CheckStoryAsync();
        room.Site.Publish(Newsroom.Story, "TITLE", "Text.");

        CheckOutcome outcome = await room.CheckStoryAsync();

        Assert.Equal(CheckKind.Changed, outcome.Kind);
        Assert.Equal("[-Title-]{+TITLE+}", Marked.Of(outcome.Change!.Diff.Title));
    }

    [Fact]
    public async Task A_paragraph_that_moves_splits_or_becomes_a_heading()
    {
        string first = "The river rose for the third time this week.";
        string second = "The town below the dam was cut off from the road.";
        var room = new Newsroom();
        List<CheckKind> kinds = [];
        foreach (Paragraph[] paragraphs in (Paragraph[][])[
            [first, second], [second, first], [$"{second} {first}"],
            [new Paragraph($"{second} {first}", ParagraphKind.Heading)]])
        {
            var article = new Article { Url = Newsroom.Story, Title = "Title", Paragraphs = [.. paragraphs] };
            room.Site.Answer(
                Newsroom.Story,
                new FetchResult
                {
                    Status = FetchStatus.Fetched,
                    Url = Newsroom.Story,
                    Article = article,
                    ExtractorVersion = 1,
                });
            kinds.Add((await room.CheckStoryAsync()).Kind);
        }

        Assert.Equal([CheckKind.FirstSeen, CheckKind.Changed, CheckKind.Changed, CheckKind.Changed], kinds);
    }
}
