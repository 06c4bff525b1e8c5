namespace NewsDiff.Extraction;

/// <summary>The limits within which a page is read. A page beyond one of them is <see cref="PageVerdict.TooComplex"/>.</summary>
public sealed record ExtractionOptions
{
    /// <summary>The most characters of HTML that are read. The default is 10,000,000.</summary>
    public int MaxLength { get; init; } = 10_000_000;

    /// <summary>The deepest nesting of elements. The default is 512.</summary>
    public int MaxDepth { get; init; } = 512;

    /// <summary>The most elements. The default is 200,000.</summary>
    public int MaxElements { get; init; } = 200_000;
}
