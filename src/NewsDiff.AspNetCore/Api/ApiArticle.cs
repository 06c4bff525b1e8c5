namespace NewsDiff.AspNetCore.Api;

/// <summary>An article of a list.</summary>
internal sealed record ApiArticle
{
    public required string Id { get; init; }

    public required Uri Url { get; init; }

    public required string? Title { get; init; }

    public required string? Source { get; init; }

    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>When its latest version was seen.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    public required int Versions { get; init; }

    /// <summary>The page of its history.</summary>
    public required Uri? Page { get; init; }
}
