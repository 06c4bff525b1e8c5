namespace NewsDiff.Addresses;

/// <summary>Reads untrusted addresses, and ignores those too long for servers.</summary>
internal static class BoundedUrl
{
    /// <summary>The maximum number of characters of an address, as written and as sent.</summary>
    /// <remarks>RFC 9110, 4.1, recommends support for 8,000; most servers refuse more than 8 KiB by default.</remarks>
    public const int MaxLength = 8 * 1024;

    /// <summary>The maximum number of characters that one character needs when escaped: three bytes of UTF-8.</summary>
    private const int LongestEscape = 9;

    /// <summary>Reads an absolute address.</summary>
    /// <returns>The address; null when it is invalid or too long.</returns>
    public static Uri? Read(string? address) =>
        address?.Length <= MaxLength && Uri.TryCreate(address, UriKind.Absolute, out Uri? url) ? Bounded(url) : null;

    /// <summary>Makes an address absolute.</summary>
    /// <returns>The address; null when it is invalid or too long.</returns>
    public static Uri? Resolve(Uri baseUrl, string? address) =>
        address?.Length <= MaxLength
            && baseUrl.OriginalString.Length <= MaxLength
            && Uri.TryCreate(baseUrl, address, out Uri? url)
            ? Bounded(url)
            : null;

    private static Uri? Bounded(Uri url) =>
        url.OriginalString.Length * LongestEscape <= MaxLength || url.AbsoluteUri.Length <= MaxLength ? url : null;
}
