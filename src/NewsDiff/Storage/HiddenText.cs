namespace NewsDiff.Storage;

/// <summary>Recognises an append that stored nothing because its text was taken down.</summary>
internal static class HiddenText
{
    /// <summary>Whether a draft was not appended although the current version has another text.</summary>
    public static bool IsIn(VersionDraft draft, AppendResult result) =>
        result is { Status: AppendStatus.Unchanged, Head: { } head }
        && head.ContentHash != ContentHash.Compute(draft.Article)
        && !(head.HasText && head.Article.HasSameContentAs(draft.Article));
}
