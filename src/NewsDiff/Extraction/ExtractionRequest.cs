namespace NewsDiff.Extraction;

/// <summary>A page to read.</summary>
public sealed record ExtractionRequest
{
    /// <summary>The page's HTML, decoded.</summary>
    public required string Html { get; init; }

    /// <summary>The address it was read from; relative links are resolved against it.</summary>
    public required Uri Url { get; init; }
}
