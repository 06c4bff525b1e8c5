using System.Collections.Immutable;

using NewsDiff.Addresses;

namespace NewsDiff.Identity;

/// <summary>The keys that identify an article, the strongest first.</summary>
/// <remarks>
/// The address comes before the feed's id: an id may be reused by mistake, while an address leads to the page itself.
/// </remarks>
public static class ArticleKeys
{
    /// <summary>The key of an address, equal for http and https.</summary>
    /// <param name="url">The address, which is made canonical.</param>
    /// <returns>One key, such as <c>url:https://example.org/story</c>.</returns>
    /// <exception cref="ArgumentException"><paramref name="url"/> is null or relative.</exception>
    public static ImmutableArray<string> Compute(Uri url)
    {
        AbsoluteUrl.ThrowIfNot(url);
        return [ArticleKey.OfAddress(url).ToString()];
    }

    /// <summary>The keys of an announced article: its address, and its id within the feed's host.</summary>
    /// <param name="url">The article's address.</param>
    /// <param name="id">The entry's id in the feed (guid, atom:id), or null.</param>
    /// <param name="feedUrl">The feed's address.</param>
    /// <returns>One or two keys; an id equal to the address adds none.</returns>
    /// <exception cref="ArgumentException">An address is null or relative.</exception>
    public static ImmutableArray<string> Compute(Uri url, string? id, Uri feedUrl)
    {
        AbsoluteUrl.ThrowIfNot(feedUrl);
        AbsoluteUrl.ThrowIfNot(url);
        ArticleKey address = ArticleKey.OfAddress(url);
        id = id?.Trim();
        bool isAddress = string.IsNullOrEmpty(id)
            || (BoundedUrl.Read(id) is { } idUrl && ArticleKey.OfAddress(idUrl) == address);
        return isAddress
            ? [address.ToString()]
            : [address.ToString(), ArticleKey.OfFeedId(id!, feedUrl).ToString()];
    }
}
