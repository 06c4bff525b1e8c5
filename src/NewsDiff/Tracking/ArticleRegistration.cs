using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NewsDiff.Addresses;
using NewsDiff.Storage;

namespace NewsDiff.Tracking;

/// <summary>A sighting of an article, to match with the known ones.</summary>
/// <remarks>Equality compares its arrays by reference.</remarks>
public sealed record ArticleRegistration
{
    /// <summary>The keys that identify it, the strongest first; at least one.</summary>
    /// <exception cref="ArgumentException">There is none, or one is blank.</exception>
    public required ImmutableArray<string> Keys
    {
        get;
        init => field = !value.IsDefaultOrEmpty && !value.Any(string.IsNullOrWhiteSpace)
            ? value
            : throw new ArgumentException("A registration needs at least one key; no key may be blank.", nameof(value));
    }

    /// <summary>The address to visit, without any user name or password.</summary>
    /// <exception cref="ArgumentException">The address is null or relative.</exception>
    public required Uri Url { get; init => field = UserInfo.Without(AbsoluteUrl.Check(value)); }

    /// <summary>When it was seen.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>A free name for grouping articles, or null.</summary>
    public string? Source { get; init; }

    /// <summary>The feed that announced it, or null.</summary>
    /// <exception cref="ArgumentException">The address is relative.</exception>
    public Uri? FeedUrl { get; init => field = value is null ? null : UserInfo.Without(AbsoluteUrl.Check(value)); }

    /// <summary>Whether this sighting adds a key, a feed or the source to an article.</summary>
    /// <param name="article">The article of the sighting.</param>
    /// <returns>Whether registering it would change the article.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="article"/> is null.</exception>
    public bool AddsTo(TrackedArticle article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return !Keys.All(article.Keys.Contains)
            || (FeedUrl is { } url && !article.FeedUrls.Any(feed => feed.AbsoluteUri == url.AbsoluteUri))
            || (Source is not null && article.Source is null);
    }

    /// <summary>The usual id of the article with this first key; the same in every store.</summary>
    /// <remarks>If an article that had the key before has this id, the new one gets the whole hash.</remarks>
    /// <param name="key">The key.</param>
    /// <returns>The first 8 bytes of the key's SHA-256 in lower-case hexadecimal.</returns>
    public static string ComputeId(string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        return ComputeLongId(key)[..16];
    }

    /// <summary>The id of a new article while another one has its usual id.</summary>
    internal static string ComputeLongId(string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(StorableText.Encode(key)!)));
}
