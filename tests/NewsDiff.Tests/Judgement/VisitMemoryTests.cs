using NewsDiff.Tracking;

namespace NewsDiff.Tests.Judgement;

/// <summary>The memory of a visit is small, and a lost one is only forgotten.</summary>
public sealed class VisitMemoryTests
{
    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("{\"held\":{\"kind\":3}}")]
    [InlineData("{\"held\":{\"kind\":3,\"sketch\":\"?\",\"sights\":1,\"firstAt\":\"2026-05-03T00:00:00Z\"}}")]
    [InlineData("{\"swing\":{\"texts\":[null]}}")]
    [InlineData("{\"places\":[null]}")]
    [InlineData("{\"places\":null,\"move\":{\"url\":null}}")]
    [InlineData("{\"fullAt\":\"yesterday\"}")]
    [InlineData("{\"places\":[{\"before\":\"a\"}]}")]
    [InlineData("{\"unknown\":1}")]
    public async Task A_memory_that_cannot_be_read_is_forgotten(string memory)
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        string[] story = Story.About(0);
        room.Site.Script("/story", request => ScriptedAnswer.Page(Story.Page("Harbour", story)));
        await room.AskAsync();
        Visit visit = await room.FindVisitAsync();
        await room.Store.SaveVisitAsync(visit with { Memory = memory }, JudgedSite.Stop);
        Assert.Equal(CheckKind.Unchanged, (await room.VisitAsync()).Kind);

        await room.Store.SaveVisitAsync((await room.FindVisitAsync()) with { Memory = memory }, JudgedSite.Stop);
        story = [.. Story.About(0), "One more paragraph about the harbour."];

        CheckOutcome outcome = await room.VisitAsync();
        Assert.Equal((CheckKind.Changed, null), (outcome.Kind, outcome.Exception));
    }

    [Fact]
    public async Task A_page_that_does_everything_at_once_keeps_a_small_memory()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", request => ScriptedAnswer.Page(Story.Page(
            $"Harbour {request.Number % 13}",
            [.. Story.About(request.Number % 5).Select((text, n) => $"{text} {request.Number * (n + 3)} readers.")])));
        await room.AskAsync();
        for (int visit = 0; visit < 60; visit++)
        {
            await room.VisitAfterAsync(TimeSpan.FromMinutes(50));
            Assert.InRange((await room.FindVisitAsync()).Memory?.Length ?? 0, 0, 4096);
        }
    }

    [Fact]
    public async Task A_feed_of_a_thousand_entries_keeps_a_small_memory()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        string items = string.Concat(Enumerable.Range(0, 1000).Select(n =>
            $"<item><title>Story {n}</title><link>{room.Site.Url($"/story/{n}")}</link></item>"));
        room.Site.Script(
            "/feed", ScriptedAnswer.Feed($"<rss version='2.0'><channel><title>News</title>{items}</channel></rss>"));
        Uri feed = room.Site.Url("/feed");
        var first = new Visit { Kind = VisitKind.Feed, Target = feed.AbsoluteUri, Url = feed };
        await room.Tracker.VisitAsync(first, cancellationToken: JudgedSite.Stop);

        Visit visit = (await room.Store.FindVisitAsync(VisitKind.Feed, feed.AbsoluteUri, JudgedSite.Stop))!;
        Assert.InRange(visit.Memory!.Length, 1000, 8192);
    }
}
