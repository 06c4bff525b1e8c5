using System.Collections.Immutable;

using NewsDiff.Addresses;

namespace NewsDiff.Identity;

/// <summary>The keys by which an article is known again, the strongest first.</summary>
/// <remarks>
/// The address comes before the id that a feed gives: an id may be reused by mistake, an address leads to the page
/// itself.
/// </remarks>
public static class ArticleKeys
{
    private const string HttpsPrefix = "https://";
    private const string HttpPrefix = "http://";

    /// <summary>The key of an address; http and https give the same.</summary>
    /// <param name="url">The address; it is made canonical.</param>
    /// <returns>One key, such as <c>url:https://example.org/story</c>.</returns>
    /// <exception cref="ArgumentException"><paramref name="url"/> is null or relative.</exception>
    public static ImmutableArray<string> Compute(Uri url)
    {
        AbsoluteUrl.ThrowIfNot(url);
        return ["url:" + WithHttps(UrlCanonicalizer.Canonicalize(url).AbsoluteUri)];
    }

    /// <summary>The keys of an announced article: its address, and its id within the feed's host.</summary>
    /// <param name="url">The article's address.</param>
    /// <param name="id">The id that the feed gives it (guid, atom:id), or null.</param>
    /// <param name="feedUrl">The feed's address.</param>
    /// <returns>One or two keys; an id that is the address again adds none.</returns>
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
