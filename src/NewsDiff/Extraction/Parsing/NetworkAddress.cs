using System.Collections.Frozen;

namespace NewsDiff.Extraction.Parsing;

/// <summary>Recognises the addresses of accounts in networks, and of programs in their shops.</summary>
internal static class NetworkAddress
{
    /// <summary>The maximum number of parts of an account's address; a post has more, or a number.</summary>
    private const int MostFolders = 2;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Networks = Set(
        "facebook.com", "twitter.com", "x.com", "instagram.com", "linkedin.com", "youtube.com", "tiktok.com",
        "pinterest.com", "threads.net", "threads.com", "bsky.app", "t.me", "telegram.me", "whatsapp.com", "vk.com",
        "ok.ru", "weibo.com", "line.me", "flipboard.com");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Shops = Set(
        "news.google.com", "apps.apple.com", "itunes.apple.com", "play.google.com", "appgallery.huawei.com");

    /// <summary>Whether an address leads to a network or a shop, and there to no single post.</summary>
    public static bool IsOne(ReadOnlySpan<char> address)
    {
        ReadOnlySpan<char> rest = address;
        int scheme = rest.IndexOf("//", StringComparison.Ordinal);
        if (scheme is < 0 or > 6)
        {
            return false;
        }

        rest = rest[(scheme + 2)..];
        int end = rest.IndexOfAny('/', '?', '#');
        ReadOnlySpan<char> host = end < 0 ? rest : rest[..end];
        ReadOnlySpan<char> path = end < 0 ? [] : rest[end..];
        host = host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host["www.".Length..] : host;
        if (Shops.Contains(host))
        {
            return true;
        }

        path = path.TrimEnd('/');
        ReadOnlySpan<char> last = path[(path.LastIndexOf('/') + 1)..];
        return Networks.Contains(host) && path.Count('/') <= MostFolders && last.ContainsAnyExceptInRange('0', '9');
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(params ReadOnlySpan<string> hosts) =>
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, hosts).GetAlternateLookup<ReadOnlySpan<char>>();
}
