namespace NewsDiff;

/// <summary>What a server gave to ask "has this changed?", kept byte for byte.</summary>
/// <param name="ETag">The <c>ETag</c> header as received, or null.</param>
/// <param name="LastModified">The <c>Last-Modified</c> header as received, or null.</param>
public sealed record FetchValidators(string? ETag, string? LastModified);
