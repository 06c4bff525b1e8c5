using System.Collections.Immutable;

namespace NewsDiff.Fetching;

/// <summary>The result of a request of a <see cref="PoliteClient"/>.</summary>
/// <remarks>Responses compare their body, hops and content by reference.</remarks>
public sealed record PoliteResponse : RequestResult
{
    /// <summary>The timestamp of the request; processing the answer counts against the same time limit.</summary>
    internal long SentAt { get; init; }

    /// <summary>The decoded body; empty unless fetched.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The <c>Content-Type</c> as received, or null.</summary>
    public string? ContentType { get; init; }

    /// <summary>The <c>Content-Encoding</c> as received, or null.</summary>
    internal string? ContentCoding { get; init; }

    /// <summary>The <c>Link</c> as received, or null.</summary>
    internal string? Links { get; init; }

    /// <summary>The <c>Refresh</c> as received, or null.</summary>
    internal string? Refresh { get; init; }

    /// <summary>The target of a redirect, as received; null for any other answer.</summary>
    internal string? Location { get; init; }

    /// <summary>The requests that led here, in order; empty for a single answer.</summary>
    internal ImmutableArray<FetchHop> Hops { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>An end without a body.</summary>
    internal static PoliteResponse Ended(FetchStatus status, Uri url, string reason) =>
        new() { Status = status, Url = url, Reason = reason };
}
