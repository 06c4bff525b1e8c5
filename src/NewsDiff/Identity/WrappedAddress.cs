using System.Collections.Immutable;
using System.Text;

namespace NewsDiff.Identity;

/// <summary>Reads articles' addresses in the links of services that count clicks.</summary>
/// <remarks>It reads only links that contain the address; it requests nothing.</remarks>
internal static class WrappedAddress
{
    private const string GoogleNewsHost = "news.google.com";
    private const string GoogleHost = "www.google.com";

    /// <summary>The byte before the address in a link of Google News, a message of protocol buffers.</summary>
    private const byte AddressField = 0x22;

    /// <summary>The bit of a length that says that another byte follows.</summary>
    private const byte MoreBytes = 0x80;

    private static readonly (string Host, string Path, string[] Parameters)[] Services =
        [
            ("www.bing.com", "/news/apiclick.aspx", ["url"]),
            (GoogleHost, "/url", ["url", "q"]),
            ("google.com", "/url", ["url", "q"]),
            ("news.google.com", "/news/url", ["url"]),
            ("www.facebook.com", "/l.php", ["u"]),
            ("l.facebook.com", "/l.php", ["u"]),
            ("lm.facebook.com", "/l.php", ["u"]),
            ("m.facebook.com", "/l.php", ["u"]),
            ("l.instagram.com", "/", ["u"]),
            ("out.reddit.com", "/", ["url"]),
            ("www.youtube.com", "/redirect", ["q"]),
            ("www.linkedin.com", "/redir/redirect", ["url"]),
            ("steamcommunity.com", "/linkfilter/", ["url"]),
            ("vk.com", "/away.php", ["to"]),
            ("away.vk.com", "/away.php", ["to"]),
            ("medium.com", "/r/", ["url"]),
            ("getpocket.com", "/redirect", ["url"]),
            ("t.umblr.com", "/redirect", ["z"]),
            ("slack-redir.net", "/link", ["url"]),
            ("duckduckgo.com", "/l/", ["uddg"]),
        ];

    private static readonly ImmutableArray<string> GoogleNewsPaths =
        ["/rss/articles/", "/articles/", "/__i/rss/rd/articles/"];

    /// <summary>Decodes a link such as <c>https://www.google.com/url?url=https://news.example/story</c>.</summary>
    /// <param name="url">The link.</param>
    /// <returns>The address in it; null for any other link.</returns>
    public static Uri? Decode(Uri url)
    {
        string site = IsGoogle(url.Host) ? GoogleHost : url.Host;
        foreach ((string host, string path, string[] parameters) in Services)
        {
            if (site == host && (url.AbsolutePath == path || (path == "/" && url.AbsolutePath.Length > 1))
                && parameters.Select(name => Parameter(url.Query, name)).FirstOrDefault(text => text is not null)
                    is { } address)
            {
                return AddressIn(address);
            }
        }

        return url.Host == GoogleNewsHost ? OfGoogleNews(url.AbsolutePath) : GuardedAddress.Decode(url);
    }

    /// <summary>Whether a host is Google's in some country, such as <c>www.google.co.uk</c>.</summary>
    private static bool IsGoogle(string host) =>
        host.StartsWith("www.google.", StringComparison.Ordinal) && host.AsSpan("www.google.".Length) is
    { Length: 2 } or ['c', 'o', '.', _, _] or ['c', 'o', 'm', '.', _, _];

    /// <summary>The value of a parameter, unescaped; null when there is none.</summary>
    internal static string? Parameter(string query, string name)
    {
        foreach (string parameter in query.TrimStart('?').Split('&'))
        {
            if (parameter.Length > name.Length + 1
                && parameter.StartsWith(name, StringComparison.OrdinalIgnoreCase)
                && parameter[name.Length] == '=')
            {
                return Uri.UnescapeDataString(parameter[(name.Length + 1)..]);
            }
        }

        return null;
    }

    /// <summary>The address in a Google News link from before 2024; newer links have none.</summary>
    private static Uri? OfGoogleNews(string path)
    {
        foreach (string prefix in GoogleNewsPaths)
        {
            if (path.StartsWith(prefix, StringComparison.Ordinal) && Bytes(path[prefix.Length..]) is { } message)
            {
                return AddressIn(message);
            }
        }

        return null;
    }

    /// <summary>The bytes of Base64 for addresses; null when the text is not that.</summary>
    internal static byte[]? Bytes(string text)
    {
        string base64 = text.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        byte[] bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(
            base64.PadRight((base64.Length + 3) / 4 * 4, '='), bytes, out int written)
            ? bytes[..written]
            : null;
    }

    private static Uri? AddressIn(ReadOnlySpan<byte> message)
    {
        int field = message.IndexOf(AddressField);
        if (field < 0 || field + 2 >= message.Length)
        {
            return null;
        }

        int length = message[field + 1];
        int start = field + 2;
        if (length >= MoreBytes)
        {
            length = (length & ~MoreBytes) + (message[start] << 7);
            start++;
        }

        return start + length <= message.Length
            ? AddressIn(Encoding.UTF8.GetString(message.Slice(start, length)))
            : null;
    }

    /// <summary>The address that a text is; null when it is no address of a site.</summary>
    internal static Uri? AddressIn(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? target) && target.Scheme is "http" or "https"
            && target.Host.Contains('.', StringComparison.Ordinal)
            ? target
            : null;
}
