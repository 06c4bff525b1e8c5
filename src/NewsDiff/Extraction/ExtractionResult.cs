namespace NewsDiff.Extraction;

/// <summary>The result of reading a page.</summary>
public sealed record ExtractionResult
{
    /// <summary>The verdict on the page.</summary>
    public required PageVerdict Verdict { get; init; }

    /// <summary>The article; non-null exactly when the verdict is <see cref="PageVerdict.Article"/>.</summary>
    public Article? Article { get; init; }

    /// <summary>
    /// The place of the body, for <see cref="ExtractionRequest.PreviousContainer"/>; null for no article.
    /// </summary>
    public string? Container { get; init; }

    /// <summary>Whether the page states the article's language; otherwise it is judged from the text.</summary>
    public bool IsLanguageStated { get; init; }

    /// <summary>Why it is not an article, in a sentence for people; otherwise null.</summary>
    public string? Reason { get; init; }
}
