using NewsDiff.Addresses;

namespace NewsDiff.Feeds.Reading;

/// <summary>Resolves the links of one document, up to a total length of their bases.</summary>
/// <remarks>Each resolved link repeats its base, so many short links with a long base would need much memory.</remarks>
internal sealed class LinkResolver
{
    private int _left = FeedLimits.BaseCharacters;

    /// <summary>Whether links were left out.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>Resolves a link.</summary>
    /// <param name="reference">The link as written; may be empty.</param>
    /// <param name="baseUrl">Its base address.</param>
    /// <returns>The absolute http or https address; null when it is invalid.</returns>
    public Uri? Resolve(ReadOnlySpan<char> reference, Uri baseUrl) =>
        CanTake(reference.Trim(), baseUrl) ? FeedLink.Resolve(reference, baseUrl) : null;

    /// <summary>Resolves the base address of an element.</summary>
    /// <param name="reference">The base as written.</param>
    /// <param name="baseUrl">The base around it.</param>
    /// <returns>The base; null when it is invalid.</returns>
    public Uri? ResolveBase(string reference, Uri baseUrl) =>
        CanTake(reference.AsSpan().Trim(), baseUrl) ? BoundedUrl.Resolve(baseUrl, reference.Trim()) : null;

    private bool CanTake(ReadOnlySpan<char> reference, Uri baseUrl)
    {
        if (reference.Length > FeedLimits.AddressLength || IsAbsolute(reference))
        {
            return reference.Length <= FeedLimits.AddressLength;
        }

        int length = baseUrl.OriginalString.Length;
        IsExhausted |= length > _left;
        _left -= IsExhausted ? 0 : length;
        return !IsExhausted;
    }

    private static bool IsAbsolute(ReadOnlySpan<char> reference) =>
        reference.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || reference.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
