using System.Collections.Immutable;

namespace NewsDiff.Fetching;

/// <summary>The result of a request of a <see cref="PoliteClient"/>.</summary>
/// <remarks>Responses compare their body, hops and content by reference.</remarks>
public sealed record PoliteResponse
{
    /// <summary>How it ended.</summary>
    public required FetchStatus Status { get; init; }

    /// <summary>The address that answered.</summary>
    public required Uri Url { get; init; }

    /// <summary>The timestamp of the request; processing the answer counts against the same time limit.</summary>
    internal long SentAt { get; init; }

    /// <summary>The decoded body; empty unless fetched.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The <c>Content-Type</c> as received, or null.</summary>
    public string? ContentType { get; init; }

    /// <summary>The <c>Content-Encoding</c> as received, or null.</summary>
    internal string? ContentCoding { get; init; }

    /// <summary>The HTTP status code, or null without an answer.</summary>
    public int? HttpStatusCode { get; init; }

    /// <summary>The validators for the next request, or null.</summary>
    internal FetchValidators? Validators { get; init; }

    /// <summary>The server's requested delay, or null.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How long the answer stays current by the server's statement, or null.</summary>
    internal TimeSpan? FreshFor { get; init; }

    /// <summary>Its permanent new address, or null.</summary>
    public Uri? MovedTo { get; init; }

    /// <summary>The target of a redirect, as received; null for any other answer.</summary>
    internal string? Location { get; init; }

    /// <summary>The requests that led here, in order; empty for a single answer.</summary>
    internal ImmutableArray<FetchHop> Hops { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Why it ended so, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>An end without a body.</summary>
    internal static PoliteResponse Ended(FetchStatus status, Uri url, string reason) =>
        new() { Status = status, Url = url, Reason = reason };
}
