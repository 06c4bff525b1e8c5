namespace NewsDiff.Addresses;

/// <summary>Reads addresses that strangers wrote. One that is too long for servers is none.</summary>
internal static class BoundedUrl
{
    /// <summary>The most characters of an address, as written and as sent.</summary>
    /// <remarks>RFC 9110, 4.1, asks everybody to take 8,000; servers refuse more than 8 KiB by default.</remarks>
    public const int MaximumLength = 8 * 1024;

    /// <summary>What one character becomes at most when it is escaped: three bytes of UTF-8.</summary>
    private const int LongestEscape = 9;

    /// <summary>Reads an absolute address.</summary>
    /// <returns>The address; null when it is none, or too long.</returns>
    public static Uri? Read(string? address) =>
        address?.Length <= MaximumLength && Uri.TryCreate(address, UriKind.Absolute, out Uri? url) ? Bounded(url) : null;

    /// <summary>Makes an address absolute.</summary>
    /// <returns>The address; null when it is none, or too long.</returns>
    public static Uri? Resolve(Uri baseUrl, string? address) =>
        address?.Length <= MaximumLength && baseUrl.OriginalString.Length <= MaximumLength && Uri.TryCreate(baseUrl, address, out Uri? url)
            ? Bounded(url)
            : null;

    private static Uri? Bounded(Uri url) =>
        url.OriginalString.Length * LongestEscape <= MaximumLength || url.AbsoluteUri.Length <= MaximumLength ? url : null;
}
