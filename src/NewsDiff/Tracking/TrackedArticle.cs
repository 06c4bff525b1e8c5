using System.Collections.Immutable;

namespace NewsDiff.Tracking;

/// <summary>A followed article: its id and its keys.</summary>
/// <remarks>Equality compares its arrays by reference.</remarks>
public sealed record TrackedArticle
{
    /// <summary>
    /// Its id: 16 hexadecimal digits that <see cref="ArticleRegistration.ComputeId"/> makes from the first key.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>The address to visit and to link to.</summary>
    public required Uri Url { get; init; }

    /// <summary>When it was first seen, in UTC to the millisecond.</summary>
    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>A free name for grouping articles, such as <c>bbc</c>, or null.</summary>
    public string? Source { get; init; }

    /// <summary>The id of the article that it was merged into; null when not merged.</summary>
    public string? MergedInto { get; init; }

    /// <summary>Its keys: canonical addresses, feed ids and statements. Empty only after a merge.</summary>
    public ImmutableArray<string> Keys { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The feeds that announced it. The default is empty.</summary>
    public ImmutableArray<Uri> FeedUrls { get; init => field = value.IsDefault ? [] : value; } = [];
}
