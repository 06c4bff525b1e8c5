namespace NewsDiff.Tests.Tracking;

/// <summary>Which sights count at once, and which only once they are confirmed: one step either side of each.</summary>
public sealed class DoubtTests
{
    private readonly Newsroom _room = new();

    [Theory]
    [InlineData((23 * 60) - 1, CheckKind.Failed)]
    [InlineData(23 * 60, CheckKind.Vanished)]
    public async Task The_last_of_three_sights_that_miss_a_page_comes_a_day_after_the_one_before(
        int minutes, CheckKind expected)
    {
        await ReadAsync(Letters(300));
        _room.Site.Answer(Newsroom.Story, FetchStatus.NotFound);
        await _room.CheckStoryAsync();
        await _room.CheckStoryAsync();
        _room.Clock.Advance(TimeSpan.FromMinutes(minutes));

        Assert.Equal(expected, (await _room.CheckStoryAsync()).Kind);
    }

    [Fact]
    public async Task A_server_that_failed_for_days_has_not_said_that_a_page_is_not_there()
    {
        await ReadAsync(Letters(300));
        _room.Site.Answer(Newsroom.Story, FetchStatus.Failed);
        for (int failure = 0; failure < 5; failure++)
        {
            await _room.CheckStoryAsync();
            _room.Clock.Advance(TimeSpan.FromDays(1));
        }

        _room.Site.Answer(Newsroom.Story, FetchStatus.NotFound);

        Assert.Equal(CheckKind.Failed, (await _room.CheckStoryAsync()).Kind);
        Assert.Equal(CheckKind.Failed, (await _room.CheckStoryWhenDueAsync()).Kind);
        Assert.Equal(CheckKind.Vanished, (await _room.CheckStoryWhenDueAsync()).Kind);
    }

    [Fact]
    public async Task A_failing_server_between_two_sights_that_miss_a_page_begins_the_count_anew()
    {
        await ReadAsync(Letters(300));
        List<CheckKind> kinds = [];
        foreach (FetchStatus status in (FetchStatus[])
            [FetchStatus.NotFound, FetchStatus.NotFound, FetchStatus.Failed, FetchStatus.NotFound])
        {
            _room.Site.Answer(Newsroom.Story, status);
            _room.Clock.Advance(TimeSpan.FromDays(1));
            kinds.Add((await _room.CheckStoryAsync()).Kind);
        }

        Assert.All(kinds, kind => Assert.Equal(CheckKind.Failed, kind));
    }

    [Theory]
    [InlineData(199, 1, CheckKind.Changed)]
    [InlineData(200, 1, CheckKind.Failed)]
    [InlineData(200, 79, CheckKind.Failed)]
    [InlineData(200, 80, CheckKind.Changed)]
    [InlineData(1000, 399, CheckKind.Failed)]
    [InlineData(1000, 400, CheckKind.Changed)]
    public async Task A_text_of_200_characters_that_lost_more_than_three_fifths_of_them_is_in_doubt(
        int before, int after, CheckKind expected)
    {
        await ReadAsync(Letters(before));
        _room.Site.Publish(Newsroom.Story, "Flood", Letters(after));

        Assert.Equal(expected, (await _room.CheckStoryAsync()).Kind);
    }

    [Fact]
    public async Task White_space_makes_no_text_longer()
    {
        await ReadAsync(Letters(199).Replace("x", "x ", StringComparison.Ordinal));
        _room.Site.Publish(Newsroom.Story, "Flood", "x");

        Assert.Equal(CheckKind.Changed, (await _room.CheckStoryAsync()).Kind);
    }

    private static string Letters(int count) => new('x', count);

    private async Task ReadAsync(string text)
    {
        _room.Site.Publish(Newsroom.Story, "Flood", text);
        await _room.FollowAsync();
        await _room.CheckFeedAsync();
    }
}
