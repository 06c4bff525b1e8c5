namespace NewsDiff;

/// <summary>What was seen of an article, to be appended to a store.</summary>
public sealed record VersionDraft
{
    /// <summary>The article's id; any text of 1 to 200 characters.</summary>
    public required string ArticleId { get; init; }

    /// <summary>What the page said.</summary>
    public required Article Article { get; init; }

    /// <summary>When it was seen; kept in UTC to the millisecond.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>The version of the extractor that read the page. The default is 0: none did.</summary>
    public int ExtractorVersion { get; init; }

    /// <summary>The number the latest version must have, 0 for none yet; null to append whatever stands. The default is null.</summary>
    public int? ExpectedHead { get; init; }
}
