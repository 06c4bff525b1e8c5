namespace NewsDiff.Archives;

/// <summary>A version before and after its kept page was read again.</summary>
public sealed record RereadVersion
{
    /// <summary>The version as an earlier extractor read it.</summary>
    public required ArticleVersion Former { get; init; }

    /// <summary>The version as it is read now.</summary>
    public required ArticleVersion Now { get; init; }

    /// <summary>Whether title or paragraphs are read differently.</summary>
    public bool IsTextChanged => !Former.Article.HasSameContentAs(Now.Article);
}
