using System.Collections.Immutable;
using NewsDiff.Feeds;
using NewsDiff.Fetching;

namespace NewsDiff.Pages.Managing;

/// <summary>What was found at an address before anything is followed.</summary>
/// <param name="Url">The address to follow.</param>
/// <param name="Status">How the request ended.</param>
internal sealed record Look(Uri Url, FetchStatus Status)
{
    /// <summary>The title of a feed; null when it is none.</summary>
    internal string? FeedTitle { get; init; }

    /// <summary>Whether it is a feed or a sitemap.</summary>
    internal bool IsFeed { get; init; }

    /// <summary>The first entries of a feed.</summary>
    internal ImmutableArray<FeedEntry> Entries { get; init; } = [];

    /// <summary>The number of entries that were read.</summary>
    internal int EntryCount { get; init; }

    /// <summary>The page as it was read; null for a feed.</summary>
    internal FetchResult? Page { get; init; }

    /// <summary>The feeds that were found instead.</summary>
    internal ImmutableArray<FoundFeed> Others { get; init; } = [];

    /// <summary>Why nothing can be followed; null when something can.</summary>
    internal string? Reason { get; init; }

    /// <summary>The requests, one after the other.</summary>
    internal ImmutableArray<FetchHop> Hops { get; init; } = [];

    /// <summary>What each selector of the tried rule matched; null without a rule.</summary>
    internal ImmutableDictionary<string, ImmutableArray<string>>? Matches { get; init; }

    /// <summary>Whether it is followed already.</summary>
    internal bool IsFollowed { get; init; }
}
