namespace NewsDiff.Archives;

/// <summary>A version before and after its kept page was read again.</summary>
/// <param name="Former">The version as an earlier extractor read it.</param>
/// <param name="Now">The version as it is read now.</param>
public sealed record RereadVersion(ArticleVersion Former, ArticleVersion Now)
{
    /// <summary>Whether title or paragraphs are read differently.</summary>
    public bool IsTextChanged => !Former.Article.HasSameContentAs(Now.Article);
}
