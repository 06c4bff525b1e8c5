namespace NewsDiff.Extraction;

/// <summary>
/// The options and limits of reading pages. A page beyond one is <see cref="PageVerdict.TooComplex"/>.
/// </summary>
/// <remarks>Equality compares rules by reference.</remarks>
public sealed record ExtractionOptions
{
    /// <summary>The maximum number of characters of HTML that are read. The default is 10,000,000.</summary>
    public int MaxLength { get; init => field = OptionRange.Check(value, 1); } = 10_000_000;

    /// <summary>The maximum depth of elements, 1 to 1024. The default is 512.</summary>
    public int MaxDepth { get; init => field = OptionRange.Check(value, 1, 1024); } = 512;

    /// <summary>The maximum number of elements, including those that the parser adds. The default is 200,000.</summary>
    public int MaxElements { get; init => field = OptionRange.Check(value, 1); } = 200_000;

    /// <summary>Rules for single sites, which override the generic extraction. The default is none.</summary>
    public SiteRules Rules { get; init; } = SiteRules.None;
}
