namespace NewsDiff.Addresses;

/// <summary>Distinguishes addresses of the web from all others.</summary>
internal static class WebScheme
{
    /// <summary>Whether an address is absolute, and of http or https.</summary>
    public static bool IsIn(Uri url) =>
        url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);
}
