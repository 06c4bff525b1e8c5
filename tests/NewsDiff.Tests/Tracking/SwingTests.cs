namespace NewsDiff.Tests.Tracking;

/// <summary>When a text that returns is a change, and when the page only swings between two texts.</summary>
public sealed class SwingTests
{
    private readonly Newsroom _room = new();

    [Theory]
    [InlineData(29, CheckKind.Oscillating)]
    [InlineData(31, CheckKind.Changed)]
    public async Task A_page_swings_when_it_goes_back_twice_to_a_text_that_it_had_within_thirty_days(
        int days, CheckKind expected)
    {
        await SayAsync("A", "B", "A");
        _room.Clock.Advance(TimeSpan.FromDays(days));

        Assert.Equal(expected, await SayAsync("B"));
    }

    [Theory]
    [InlineData(79, CheckKind.Failed)]
    [InlineData(80, CheckKind.Changed)]
    public async Task A_text_that_comes_back_once_is_in_doubt_when_the_other_one_is_shorter_by_more_than_a_fifth(
        int percent, CheckKind expected)
    {
        string text = new('x', 100);
        await SayAsync(text, new string('y', percent));

        Assert.Equal(expected, await SayAsync(text));
    }

    [Theory]
    [InlineData(79, CheckKind.Failed)]
    [InlineData(80, CheckKind.Changed)]
    public async Task So_it_is_when_it_is_the_shorter_one_itself(int percent, CheckKind expected)
    {
        string text = new('y', percent);
        await SayAsync(text, new string('x', 100));

        Assert.Equal(expected, await SayAsync(text));
    }

    [Theory]
    [InlineData(10, CheckKind.Failed)]
    [InlineData(11, CheckKind.Changed)]
    public async Task What_a_page_said_ten_versions_ago_is_remembered(int versionsAgo, CheckKind expected)
    {
        string first = new('x', 150);
        await SayAsync(first);
        await SayAsync([.. Enumerable.Range(1, versionsAgo).Select(version => $"Update {version}.")]);

        Assert.Equal(expected, await SayAsync(first));
    }

    private async Task<CheckKind> SayAsync(params string[] texts)
    {
        CheckKind kind = CheckKind.Failed;
        foreach (string text in texts)
        {
            _room.Site.Publish(Newsroom.Story, "Flood", text);
            kind = (await _room.CheckStoryAsync()).Kind;
        }

        return kind;
    }
}
