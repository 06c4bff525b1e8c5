namespace NewsDiff.Extraction;

/// <summary>What an extractor read from a page.</summary>
public sealed record ExtractionResult
{
    /// <summary>What the page is.</summary>
    public required PageVerdict Verdict { get; init; }

    /// <summary>The article; not null exactly when the verdict is <see cref="PageVerdict.Article"/>.</summary>
    public Article? Article { get; init; }

    /// <summary>
    /// The place of the body, for <see cref="ExtractionRequest.PreviousContainer"/>; null for no article.
    /// </summary>
    public string? Container { get; init; }

    /// <summary>Why it is no article, in a sentence for people; null when it is one.</summary>
    public string? Reason { get; init; }
}
