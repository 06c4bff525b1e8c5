using System.Collections.Immutable;
using NewsDiff.Extraction;

namespace NewsDiff.Fetching;

/// <summary>The result of a fetch, and every decision on the way.</summary>
/// <remarks>Equality compares its arrays by reference.</remarks>
public sealed record FetchExplanation
{
    /// <summary>The result of the fetch.</summary>
    public required FetchResult Result { get; init; }

    /// <summary>The addresses of the fetch, in order; the last one answered.</summary>
    public required ImmutableArray<FetchHop> Hops { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>The <c>Content-Type</c> as received, or null.</summary>
    public string? ContentType { get; init; }

    /// <summary>The <c>Content-Encoding</c> as received, or null.</summary>
    public string? ContentCoding { get; init; }

    /// <summary>The length of the unpacked content in bytes; 0 when none was read.</summary>
    public int ContentBytes { get; init; }

    /// <summary>The encoding in which the page was read; null when no page was read.</summary>
    public string? Charset { get; init; }

    /// <summary>The verdict on the page; null when none was read.</summary>
    public PageVerdict? Verdict { get; init; }

    /// <summary>The reason for the encoding, in words for people; null when no page was read.</summary>
    public string? CharsetReason { get; init; }
}
