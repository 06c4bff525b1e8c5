namespace NewsDiff.Extraction;

/// <summary>A page to read.</summary>
public sealed record ExtractionRequest
{
    /// <summary>The page's HTML, decoded.</summary>
    public required string Html { get; init; }

    /// <summary>The address it was read from; relative links are resolved against it.</summary>
    /// <exception cref="ArgumentException">The address is null or relative.</exception>
    public required Uri Url { get; init => field = AbsoluteUrl.Check(value); }

    /// <summary>
    /// The <see cref="ExtractionResult.Container"/> of the page's previous reading. The default is null.
    /// </summary>
    /// <remarks>
    /// That container stays unless another scores more than 20 % higher, so that a close choice does not turn over.
    /// </remarks>
    public string? PreviousContainer { get; init; }
}
