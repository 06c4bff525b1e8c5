namespace NewsDiff;

/// <summary>The result of a request for an article.</summary>
public sealed record FetchResult : RequestResult
{
    /// <summary>The article; not null exactly when the status is <see cref="FetchStatus.Fetched"/>.</summary>
    public Article? Article { get; init; }

    /// <summary>The version of the extractor that read the page; 0 for none.</summary>
    public int ExtractorVersion { get; init; }

    /// <summary>The place of the body, as the extractor names it; null when unknown.</summary>
    public string? Container { get; init; }

    /// <summary>The hash of the page that was read, or null.</summary>
    /// <remarks>
    /// SHA-256 in lower-case hexadecimal of the page as published: in its own encoding, after decompression. An archive
    /// finds the page by it.
    /// </remarks>
    public string? PageHash { get; init; }

    /// <summary>Whether the page lacks an end tag, as if cut off. The default is false.</summary>
    public bool IsCutOff { get; init; }
}
