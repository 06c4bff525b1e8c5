using System.Collections.Frozen;

namespace NewsDiff.Identity;

/// <summary>Addresses of publishers that hold another address of the same article, as data.</summary>
internal static class AddressRules
{
    /// <summary>Hosts that show the same articles under the same paths as another.</summary>
    private static readonly FrozenDictionary<string, string> Twins = new Dictionary<string, string>
    {
        ["amp.theguardian.com"] = "www.theguardian.com",
        ["m.bbc.co.uk"] = "www.bbc.co.uk",
        ["mobile.nytimes.com"] = "www.nytimes.com",
        ["www.guardian.co.uk"] = "www.theguardian.com",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Hosts whose links in feeds count the reader, then name the path after <c>/-/</c>.</summary>
    private static readonly FrozenSet<string> CountingHosts = FrozenSet.Create(
        StringComparer.Ordinal, "www.bbc.co.uk", "news.bbc.co.uk", "www.bbc.com");

    private const string CountingPrefix = "/go/rss/";

    /// <summary>Applies the rule that is about an address.</summary>
    /// <param name="url">The address, tidied.</param>
    /// <returns>Where the article is, or null when no rule speaks of the address.</returns>
    public static Uri? Apply(Uri url)
    {
        if (Twins.TryGetValue(url.Host, out string? twin))
        {
            return At(url, twin, url.PathAndQuery);
        }

        if (CountingHosts.Contains(url.Host) && url.AbsolutePath.StartsWith(CountingPrefix, StringComparison.Ordinal))
        {
            string path = url.PathAndQuery;
            int mark = path.IndexOf("/-/", CountingPrefix.Length - 1, StringComparison.Ordinal);
            return mark < 0 ? null : At(url, url.Host, path[(mark + 2)..]);
        }

        return AmpCacheAddress.Decode(url) ?? FeedsportalAddress.Decode(url) ?? ArchiveAddress.Find(url)?.Original;
    }

    private static Uri? At(Uri url, string host, string pathAndQuery) =>
        Uri.TryCreate($"{url.Scheme}://{host}{pathAndQuery}", UriKind.Absolute, out Uri? target) ? target : null;
}
