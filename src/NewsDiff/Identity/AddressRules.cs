using System.Collections.Frozen;

namespace NewsDiff.Identity;

/// <summary>Rules for publishers' addresses that contain another address of the same article.</summary>
internal static class AddressRules
{
    /// <summary>Hosts with the same articles under the same paths as another host.</summary>
    private static readonly FrozenDictionary<string, string> Twins = new Dictionary<string, string>
    {
        ["amp.theguardian.com"] = "www.theguardian.com",
        ["m.bbc.co.uk"] = "www.bbc.co.uk",
        ["mobile.nytimes.com"] = "www.nytimes.com",
        ["www.guardian.co.uk"] = "www.theguardian.com",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Hosts whose feed links count readers, then name the path after <c>/-/</c>.</summary>
    private static readonly FrozenSet<string> CountingHosts = FrozenSet.Create(
        StringComparer.Ordinal, "www.bbc.co.uk", "news.bbc.co.uk", "www.bbc.com");

    private const string CountingPrefix = "/go/rss/";

    /// <summary>Applies the rule for an address.</summary>
    /// <param name="url">The address, tidied.</param>
    /// <returns>The article's address, or null when no rule matches.</returns>
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

        return AmpCacheAddress.Decode(url) ?? WrappedAddress.Decode(url)
            ?? FeedsportalAddress.Decode(url) ?? ArchiveAddress.Find(url)?.Original;
    }

    private static Uri? At(Uri url, string host, string pathAndQuery) =>
        Uri.TryCreate($"{url.Scheme}://{host}{pathAndQuery}", UriKind.Absolute, out Uri? target) ? target : null;
}
