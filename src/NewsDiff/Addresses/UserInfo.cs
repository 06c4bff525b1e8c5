namespace NewsDiff.Addresses;

/// <summary>Handles user names and passwords in addresses, which are never stored or shown.</summary>
internal static class UserInfo
{
    /// <summary>Why an address that holds them is refused.</summary>
    internal const string Refusal =
        "The address holds a user name or password, which would be stored and shown. Give the address without it.";

    /// <summary>Whether an address holds a user name or password.</summary>
    public static bool IsIn(Uri url) =>
        url.OriginalString.Contains('@', StringComparison.Ordinal) && url.IsAbsoluteUri && url.UserInfo.Length > 0;

    /// <summary>Removes them from an address; one without them is returned unchanged.</summary>
    public static Uri Without(Uri url) => IsIn(url) && IsWeb(url)
        ? new Uri(url.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.UserInfo, UriFormat.UriEscaped))
        : url;

    /// <summary>Removes them from an address as written, valid or not.</summary>
    public static string Without(string written)
    {
        int start = StartOfAuthority(written);
        if (start < 0)
        {
            return written;
        }

        int length = written.AsSpan(start).IndexOfAny("/\\?#");
        int end = length < 0 ? written.Length : start + length;
        int at = written.AsSpan(start, end - start).LastIndexOf('@');
        return at < 0 ? written : written.Remove(start, at + 1);
    }

    /// <summary>Throws when an address holds them.</summary>
    /// <exception cref="ArgumentException">It does. The message does not repeat the address.</exception>
    public static Uri Refuse(Uri url, string parameter) =>
        IsIn(url) && IsWeb(url) ? throw new ArgumentException(Refusal, parameter) : url;

    /// <summary>Where user, host and port begin; −1 when the text is relative, or of another scheme than http and https.</summary>
    private static int StartOfAuthority(string written)
    {
        int start = written.Length - written.AsSpan().TrimStart().Length;
        ReadOnlySpan<char> rest = written.AsSpan(start);
        int scheme = rest.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? 6
            : rest.StartsWith("http:", StringComparison.OrdinalIgnoreCase) ? 5
            : 0;
        int slashes = rest[scheme..].IndexOfAnyExcept('/', '\\');
        return slashes < 0 || (scheme == 0 && slashes < 2) ? -1 : start + scheme + slashes;
    }

    /// <summary>Other schemes, such as mailto, use @ without a secret.</summary>
    private static bool IsWeb(Uri url) => url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps;
}
