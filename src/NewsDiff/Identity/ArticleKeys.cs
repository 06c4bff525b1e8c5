using System.Collections.Immutable;

using NewsDiff.Addresses;

namespace NewsDiff.Identity;

/// <summary>The keys that identify an article, the strongest first.</summary>
/// <remarks>
/// The address comes before the feed's id: an id may be reused by mistake, while an address leads to the page itself.
/// </remarks>
public static class ArticleKeys
{
    private const string HttpsPrefix = "https://";
    private const string HttpPrefix = "http://";

    /// <summary>The key of an address, equal for http and https.</summary>
    /// <param name="url">The address, which is made canonical.</param>
    /// <returns>One key, such as <c>url:https://example.org/story</c>.</returns>
    /// <exception cref="ArgumentException"><paramref name="url"/> is null or relative.</exception>
    public static ImmutableArray<string> Compute(Uri url)
    {
        AbsoluteUrl.ThrowIfNot(url);
        return ["url:" + WithHttps(UrlCanonicalizer.Canonicalize(url).AbsoluteUri)];
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
        ImmutableArray<string> byUrl = Compute(url);
        id = id?.Trim();
        if (string.IsNullOrEmpty(id))
        {
            return byUrl;
        }

        if (BoundedUrl.Read(id) is { } idUrl && Compute(idUrl)[0] == byUrl[0])
        {
            return byUrl;
        }

        return [byUrl[0], $"guid:{HostName.Of(feedUrl)}|{WithHttps(id)}"];
    }

    private static string WithHttps(string text) =>
        text.StartsWith(HttpPrefix, StringComparison.OrdinalIgnoreCase)
            ? HttpsPrefix + text[HttpPrefix.Length..]
            : text;
}
