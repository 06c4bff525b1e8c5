namespace NewsDiff.Fetching.Http;

/// <summary>What the polite client is asked to get.</summary>
internal sealed record PoliteRequest
{
    /// <summary>The address.</summary>
    public required Uri Url { get; init; }

    /// <summary>The <c>Accept</c> header.</summary>
    public required string Accept { get; init; }

    /// <summary>What the server gave last time, or null.</summary>
    public FetchValidators? Validators { get; init; }

    /// <summary>How many bytes of a longer body are kept, in place of refusing it; null to refuse.</summary>
    public int? KeepBytes { get; init; }

    /// <summary>Says why a media type is not wanted, or null when it is; such a body is not read.</summary>
    public Func<string?, string?> RefuseMediaType { get; init; } = static _ => null;
}
