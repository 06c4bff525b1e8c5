namespace NewsDiff.Tests.Tracking;

/// <summary>A new extractor is compared with what it reads in the page that was kept.</summary>
public sealed class ReadAgainTests
{
    private int _read;

    [Theory]
    [InlineData("Text.", CheckKind.Unchanged)]
    [InlineData("Text, edited.", CheckKind.Changed)]
    public async Task An_edit_made_at_an_upgrade_is_seen_when_the_page_is_kept(string now, CheckKind expected)
    {
        Newsroom room = await UpgradeAsync(Kept("Text.", "Caption."), now);

        Assert.Equal(expected, (await room.CheckStoryAsync()).Kind);
        Assert.Equal(CheckKind.Unchanged, (await room.CheckStoryAsync()).Kind);
        Assert.Equal(1, _read);
    }

    [Fact]
    public async Task A_page_that_was_not_kept_is_only_remembered()
    {
        Newsroom room = await UpgradeAsync(kept: null, "Text, edited.");

        Assert.Equal(CheckKind.Unchanged, (await room.CheckStoryAsync()).Kind);
        Publish(room, 2, "Text, edited again.", "Caption.");
        Assert.Equal(CheckKind.Changed, (await room.CheckStoryAsync()).Kind);
    }

    private static Article Kept(params string[] paragraphs) =>
        Scripts.Says(Newsroom.Story, "One", paragraphs).Article!;

    private static void Publish(Newsroom room, int extractor, params string[] paragraphs) => room.Site.Answer(
        Newsroom.Story, Scripts.Says(Newsroom.Story, "One", paragraphs) with { ExtractorVersion = extractor });

    private async Task<Newsroom> UpgradeAsync(Article? kept, string text)
    {
        var room = new Newsroom(new TrackerOptions
        {
            ReadAgain = (_, _) =>
            {
                _read++;
                return Task.FromResult(kept);
            },
        });
        Publish(room, 1, "Text.");
        await room.CheckStoryAsync();
        Publish(room, 2, text, "Caption.");
        return room;
    }
}
