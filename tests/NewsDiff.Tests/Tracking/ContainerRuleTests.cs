namespace NewsDiff.Tests.Tracking;

public sealed class ContainerRuleTests
{
    private readonly Newsroom _room = new();

    [Fact]
    public async Task The_place_of_the_body_is_stored_and_told_to_the_next_visit()
    {
        Publish("One.", "main>article");
        await _room.CheckStoryAsync();
        await _room.CheckStoryAsync();

        Assert.Equal("main>article", _room.Site.Requests[^1].PreviousContainer);
        Assert.Equal("main>article", Assert.Single(await _room.VersionsAsync()).Container);
    }

    [Fact]
    public async Task Another_text_from_another_place_of_the_page_counts_once_the_next_visit_finds_the_same()
    {
        Publish("One.", "main>article");
        await _room.CheckStoryAsync();
        Publish("Two.", "main>aside");

        CheckOutcome doubted = await _room.CheckStoryAsync();
        CheckOutcome confirmed = await _room.CheckStoryWhenDueAsync();

        Assert.Equal((CheckKind.Failed, CheckKind.Changed), (doubted.Kind, confirmed.Kind));
        Assert.Contains("elsewhere on the page", doubted.Reason, StringComparison.Ordinal);
        Assert.Equal("main>aside", confirmed.Version!.Container);
    }

    [Theory]
    [InlineData("main>article", "main>article")]
    [InlineData(null, "main>article")]
    [InlineData("main>article", null)]
    public async Task Another_text_from_the_same_place_or_from_one_that_is_not_known_counts_at_once(
        string? before,
        string? after)
    {
        Publish("One.", before);
        await _room.CheckStoryAsync();
        Publish("Two.", after);

        Assert.Equal(CheckKind.Changed, (await _room.CheckStoryAsync()).Kind);
    }

    [Fact]
    public async Task The_same_text_from_another_place_is_no_change()
    {
        Publish("One.", "main>article");
        await _room.CheckStoryAsync();
        Publish("One.", "main>section");

        Assert.Equal(CheckKind.Unchanged, (await _room.CheckStoryAsync()).Kind);
    }

    private void Publish(string text, string? container) =>
        _room.Site.Answer(
            Newsroom.Story, Scripts.Says(Newsroom.Story, "Title", text) with { Container = container });
}
