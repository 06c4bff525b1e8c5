using System.Collections.Immutable;
using NewsDiff.Extraction;

namespace NewsDiff.Fetching;

/// <summary>What came of a fetch, and every decision on the way.</summary>
/// <remarks>Equality compares its arrays by reference.</remarks>
public sealed record FetchExplanation
{
    /// <summary>What came of it.</summary>
    public required FetchResult Result { get; init; }

    /// <summary>The addresses it was led along, in order; the last one answered.</summary>
    public required ImmutableArray<FetchHop> Hops { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>The <c>Content-Type</c> as received, or null.</summary>
    public string? ContentType { get; init; }

    /// <summary>The <c>Content-Encoding</c> as received, or null.</summary>
    public string? ContentCoding { get; init; }

    /// <summary>The length of the content in bytes, unpacked; 0 when none was read.</summary>
    public int ContentBytes { get; init; }

    /// <summary>The encoding in which the page was read; null when no page was read.</summary>
    public string? Charset { get; init; }

    /// <summary>What the page turned out to be; null when none was read.</summary>
    public PageVerdict? Verdict { get; init; }

    /// <summary>What told the encoding, in words for people; null when no page was read.</summary>
    public string? CharsetReason { get; init; }
}
