namespace NewsDiff;

/// <summary>A server's values for conditional requests, kept byte for byte.</summary>
public sealed record FetchValidators
{
    /// <summary>The <c>ETag</c> header as received, or null.</summary>
    public string? ETag { get; init; }

    /// <summary>The <c>Last-Modified</c> header as received, or null.</summary>
    public string? LastModified { get; init; }
}
