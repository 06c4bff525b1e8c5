using System.Collections.Immutable;

namespace NewsDiff.Feeds;

/// <summary>A feed as its publisher wrote it, whatever its format.</summary>
public sealed record Feed
{
    /// <summary>Its title, as text; empty when it has none.</summary>
    public string Title { get; init; } = "";

    /// <summary>The page it belongs to, or null.</summary>
    public Uri? Link { get; init; }

    /// <summary>The id the publisher gave it, or null.</summary>
    public string? Id { get; init; }

    /// <summary>Its language as stated, or null.</summary>
    public string? Language { get; init; }

    /// <summary>Its entries, in the publisher's order. The default is empty.</summary>
    public ImmutableArray<FeedEntry> Entries { get; init; } = [];
}
