using System.Collections.Immutable;

namespace NewsDiff.Archives;

/// <summary>An article whose kept pages were read again, or why they were not.</summary>
public sealed record ReprocessedArticle
{
    /// <summary>The article's id.</summary>
    public required string ArticleId { get; init; }

    /// <summary>What became of it.</summary>
    public required ReprocessStatus Status { get; init; }

    /// <summary>Why it stays as it was, in a sentence for people; or null.</summary>
    public string? Reason { get; init; }

    /// <summary>The versions that were read again; empty if the article stays as it was.</summary>
    public ImmutableArray<RereadVersion> Readings { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The article, left as it was.</summary>
    internal ReprocessedArticle Leave(ReprocessStatus status, string reason) =>
        this with { Status = status, Reason = reason, Readings = [] };
}
