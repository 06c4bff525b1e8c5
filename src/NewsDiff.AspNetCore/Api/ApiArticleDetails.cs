using System.Collections.Immutable;

namespace NewsDiff.AspNetCore.Api;

/// <summary>An article with its versions and events.</summary>
internal sealed record ApiArticleDetails
{
    public required string Id { get; init; }

    public required Uri Url { get; init; }

    public required string? Source { get; init; }

    public required DateTimeOffset FirstSeenAt { get; init; }

    public required DateTimeOffset? LastCheckedAt { get; init; }

    public required DateTimeOffset? NextCheckAt { get; init; }

    /// <summary>Why the last visit found no text; null when it did.</summary>
    public required string? Trouble { get; init; }

    public required ImmutableArray<ApiVersion> Versions { get; init; }

    public required ImmutableArray<ApiEvent> Events { get; init; }
}
