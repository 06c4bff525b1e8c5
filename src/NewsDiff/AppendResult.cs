namespace NewsDiff;

/// <summary>The result of an append.</summary>
public sealed record AppendResult
{
    /// <summary>How it ended.</summary>
    public required AppendStatus Status { get; init; }

    /// <summary>The current version; null only in a conflict with an article that has none.</summary>
    public ArticleVersion? Head { get; init; }

    /// <summary>Whether a new version was stored.</summary>
    public bool IsAppended => Status == AppendStatus.Appended;
}
