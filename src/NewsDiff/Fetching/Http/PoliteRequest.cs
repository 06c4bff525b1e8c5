namespace NewsDiff.Fetching.Http;

/// <summary>A request to the polite client.</summary>
internal sealed record PoliteRequest
{
    /// <summary>The address.</summary>
    public required Uri Url { get; init; }

    /// <summary>The <c>Accept</c> header.</summary>
    public required string Accept { get; init; }

    /// <summary>The server's previous validators, or null.</summary>
    public FetchValidators? Validators { get; init; }

    /// <summary>Whether a document is wanted, so that unnamed gzip is unpacked too.</summary>
    public bool IsDocument { get; init; }

    /// <summary>The bytes to keep of a longer body; null to refuse a longer body.</summary>
    public int? KeepBytes { get; init; }

    /// <summary>Says why a media type is unwanted, so that its body stays unread; otherwise null.</summary>
    public Func<string?, string?> RefuseMediaType { get; init; } = static _ => null;
}
