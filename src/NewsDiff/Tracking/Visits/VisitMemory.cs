using System.Collections.Immutable;
using NewsDiff.Tracking.Articles;
using NewsDiff.Tracking.Metadata;

namespace NewsDiff.Tracking.Visits;

/// <summary>What a tracker remembers about a page or feed from visit to visit.</summary>
/// <remarks>The store keeps it as <see cref="Visit.Memory"/>; see <see cref="VisitMemoryJson"/>.</remarks>
internal sealed record VisitMemory
{
    /// <summary>When the server last answered in full; null for never.</summary>
    public DateTimeOffset? FullAt { get; init; }

    /// <summary>How often in a row the server has said "not modified" since then.</summary>
    public int NotModified { get; init; }

    /// <summary>How often in a row a full answer brought news after "not modified".</summary>
    public int Surprises { get; init; }

    /// <summary>When the server was caught saying "not modified" wrongly; null for never.</summary>
    public DateTimeOffset? CaughtAt { get; init; }

    /// <summary>A permanent redirect that must be seen on another day, or null.</summary>
    public PendingMove? Move { get; init; }

    /// <summary>When the server first said that the page or feed is gone (410); otherwise null.</summary>
    public DateTimeOffset? GoneAt { get; init; }

    /// <summary>The doubted text that must be seen again, or null.</summary>
    public HeldText? Held { get; init; }

    /// <summary>Whether the page that was last read had no end tag: some never have.</summary>
    public bool WasCutOff { get; init; }

    /// <summary>The texts that the page has shown; null when it never changed.</summary>
    public Swing? Swing { get; init; }

    /// <summary>The places in the text that vary, or may.</summary>
    public ImmutableArray<VolatilePlace> Places { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What is known about the metadata of the latest version; null for nothing.</summary>
    public MetadataMemory? Metadata { get; init; }

    /// <summary>When an article was first visited; null before that, and for a feed.</summary>
    public DateTimeOffset? BeganAt { get; init; }

    /// <summary>How old an article said it was when its feed was added; null when that does not count.</summary>
    public TimeSpan? StatedAge { get; init; }

    /// <summary>How many new texts an article has shown, the first one included.</summary>
    public int Texts { get; init; }

    /// <summary>
    /// What a feed said about its entries, as <see cref="Announcements"/> writes it; null for nothing.
    /// </summary>
    public string? Announced { get; init; }

    /// <summary>The parameters of the addresses in a feed that may be sessions.</summary>
    public ImmutableArray<SessionParameter> Sessions { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The memory as of a time: nothing was seen later than that.</summary>
    /// <remarks>A clock that was ahead may have noted later times; they would never seem to pass.</remarks>
    public VisitMemory AsOf(DateTimeOffset now) => this with
    {
        FullAt = Earlier(FullAt, now),
        CaughtAt = Earlier(CaughtAt, now),
        BeganAt = Earlier(BeganAt, now),
        Swing = Swing?.AsOf(now),
    };

    private static DateTimeOffset? Earlier(DateTimeOffset? time, DateTimeOffset now) => time > now ? now : time;
}
