namespace NewsDiff.Tracking;

/// <summary>The result of a commit.</summary>
public sealed record CommitResult
{
    /// <summary>How it ended.</summary>
    public required CommitStatus Status { get; init; }

    /// <summary>The current version; null without one, or when the lease was lost.</summary>
    public ArticleVersion? Head { get; init; }
}
