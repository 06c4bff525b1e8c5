namespace NewsDiff.Identity;

/// <summary>Reads publishers' addresses in links of AMP caches.</summary>
/// <remarks>They follow <c>/s/</c>, which means https.</remarks>
internal static class AmpCacheAddress
{
    private static readonly string[] CacheHosts = [".cdn.ampproject.org", ".bing-amp.com"];

    /// <summary>Decodes a link such as <c>https://news-example.cdn.ampproject.org/c/s/news.example/story</c>.</summary>
    /// <param name="url">The link.</param>
    /// <returns>The address in it; null for any other link.</returns>
    public static Uri? Decode(Uri url)
    {
        bool isCache = Array.Exists(CacheHosts, host => url.Host.EndsWith(host, StringComparison.Ordinal));
        if (!isCache && url.Host != "www.google.com")
        {
            return null;
        }

        string path = url.PathAndQuery;
        int start = isCache && path is [_, 'a' or 'c' or 'v', '/', ..] ? 3
            : !isCache && path.StartsWith("/amp/", StringComparison.Ordinal) ? 5
            : 0;
        if (start == 0)
        {
            return null;
        }

        bool isSecure = path.AsSpan(start).StartsWith("s/");
        string address = path[(isSecure ? start + 2 : start)..];
        return Uri.TryCreate($"{(isSecure ? "https" : "http")}://{address}", UriKind.Absolute, out Uri? target)
            && target.Host.Contains('.', StringComparison.Ordinal)
            ? target
            : null;
    }
}
