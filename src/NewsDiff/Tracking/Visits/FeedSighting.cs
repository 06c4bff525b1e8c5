using NewsDiff.Feeds;

namespace NewsDiff.Tracking.Visits;

/// <summary>An entry of a feed that has an address.</summary>
/// <param name="Link">The address.</param>
/// <param name="Key">The key of the address.</param>
/// <param name="IdKey">The key of the entry's id; null when it has none, or shares it with other entries.</param>
/// <param name="Entry">The entry.</param>
internal readonly record struct FeedSighting(Uri Link, string Key, string? IdKey, FeedEntry Entry);
