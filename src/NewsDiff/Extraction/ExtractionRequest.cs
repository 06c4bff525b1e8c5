namespace NewsDiff.Extraction;

/// <summary>A page to read.</summary>
public sealed record ExtractionRequest
{
    /// <summary>The page's HTML, decoded.</summary>
    public required string Html { get; init; }

    /// <summary>The address of the page, which relative links are resolved against.</summary>
    /// <exception cref="ArgumentException">The address is null or relative.</exception>
    public required Uri Url { get; init => field = AbsoluteUrl.Check(value); }

    /// <summary>
    /// The <see cref="ExtractionResult.Container"/> of the page's previous reading. The default is null.
    /// </summary>
    /// <remarks>
    /// That container stays unless another scores more than 20 % higher, so that a close decision stays the same.
    /// </remarks>
    public string? PreviousContainer { get; init; }
}
