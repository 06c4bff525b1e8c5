using System.Text;

namespace NewsDiff.Identity;

/// <summary>Reads articles' addresses in links of mail filters and search engines.</summary>
internal static class GuardedAddress
{
    private const string SafeLinks = ".safelinks.protection.outlook.com";
    private const string YahooMark = "/RU=";
    private const string DefenceMark = "/v3/__";

    /// <summary>Decodes a link such as <c>https://eur.safelinks.protection.outlook.com/?url=…</c>.</summary>
    /// <param name="url">The link.</param>
    /// <returns>The address in it; null for any other link.</returns>
    public static Uri? Decode(Uri url) => (url.Host switch
    {
        "r.search.yahoo.com" => OfYahoo(url.AbsolutePath),
        "urldefense.proofpoint.com" when url.AbsolutePath == "/v2/url" => OfProofpoint(url.Query),
        "urldefense.com" => OfDefence(url.PathAndQuery),
        "www.bing.com" when url.AbsolutePath == "/ck/a" => OfBing(url.Query),
        var host when host.EndsWith(SafeLinks, StringComparison.Ordinal) => WrappedAddress.Parameter(url.Query, "url"),
        _ => null,
    }) is { } address
        ? WrappedAddress.AddressIn(address)
        : null;

    private static string? OfYahoo(string path)
    {
        int start = path.IndexOf(YahooMark, StringComparison.Ordinal);
        return start < 0 ? null : Uri.UnescapeDataString(path[(start + YahooMark.Length)..].Split('/')[0]);
    }

    // A dash stands for the percent sign, and an underscore for a slash.
    private static string? OfProofpoint(string query) => WrappedAddress.Parameter(query, "u") is { } written
        ? Uri.UnescapeDataString(written.Replace('-', '%').Replace('_', '/'))
        : null;

    private static string? OfDefence(string path)
    {
        int end = path.IndexOf("__;", StringComparison.Ordinal);
        string? address = path.StartsWith(DefenceMark, StringComparison.Ordinal) && end > DefenceMark.Length
            ? path[DefenceMark.Length..end]
            : null;

        // A star stands for a character that is written elsewhere.
        return address?.Contains('*', StringComparison.Ordinal) is true ? null : address;
    }

    private static string? OfBing(string query) =>
        WrappedAddress.Parameter(query, "u") is ['a', '1', .. var written] && WrappedAddress.Bytes(written) is { } bytes
            ? Encoding.UTF8.GetString(bytes)
            : null;
}
