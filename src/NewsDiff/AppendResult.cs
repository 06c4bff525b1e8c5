namespace NewsDiff;

/// <summary>What came of an append.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Head">The version that stands now; null only in a conflict with an article that has none.</param>
public sealed record AppendResult(AppendStatus Status, ArticleVersion? Head)
{
    /// <summary>Whether a new version was stored.</summary>
    public bool IsAppended => Status == AppendStatus.Appended;
}
