using NewsDiff.Events;
using NewsDiff.Hosting.Handlers;

namespace NewsDiff.Hosting.Tests;

/// <summary>What is remembered of sites' hours for digests.</summary>
public sealed class HandlerMemoryTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 3, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void No_digest_is_forgotten_however_many_sites_there_are()
    {
        var memory = HandlerMemory.Parse(null);
        for (int site = 0; site < 1500; site++)
        {
            memory.Count(Happened(site), most: 1);
            memory.Count(Happened(site), most: 1);
        }

        Assert.Equal(1500, HandlerMemory.Parse(memory.Write()).Due(Noon.AddHours(1)).Sum(hour => hour.Rest));
    }

    [Fact]
    public void An_event_that_is_tried_again_counts_once()
    {
        var memory = HandlerMemory.Parse(null);

        Assert.True(memory.Count(Happened(1), most: 1));
        memory.Uncount(Happened(1));
        Assert.True(memory.Count(Happened(1), most: 1));
        Assert.False(memory.Count(Happened(1), most: 1));
    }

    private static ArticleEvent Happened(int site) => new()
    {
        Id = Guid.Empty,
        Cursor = new EventCursor { Sequence = site + 1 },
        Kind = ArticleEventKind.Changed,
        ArticleId = "a",
        At = Noon,
        Host = $"site{site}.example",
    };
}
