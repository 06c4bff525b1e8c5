namespace NewsDiff.Addresses;

/// <summary>Host names in the form in which they are looked up.</summary>
internal static class HostName
{
    /// <summary>The host of an address in ASCII and lower case, without a final dot.</summary>
    /// <param name="url">An absolute address; an IPv6 host keeps its brackets.</param>
    /// <returns>
    /// The host; null when it breaks the rules of internationalised names, so that no such host can exist.
    /// </returns>
    public static string? Of(Uri url)
    {
        if (url.HostNameType == UriHostNameType.IPv6)
        {
            return url.Host;
        }

        try
        {
            string host = url.IdnHost.TrimEnd('.');
            return host.Length == 0 ? null : host;
        }
        catch (UriFormatException)
        {
            // There is no way to check beforehand.
            return null;
        }
    }
}
