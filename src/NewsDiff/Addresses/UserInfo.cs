using System.Buffers;

namespace NewsDiff.Addresses;

/// <summary>Handles user names and passwords in addresses, which are never stored or shown.</summary>
internal static class UserInfo
{
    /// <summary>The reason for refusing an address with a user name or password.</summary>
    internal const string Refusal =
        "The address has a user name or password, which would be stored and shown. Give the address without it.";

    private static readonly SearchValues<char> SchemeCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.");

    /// <summary>Whether an address has a user name or password.</summary>
    public static bool IsIn(Uri url) =>
        url.OriginalString.Contains('@', StringComparison.Ordinal) && url.IsAbsoluteUri && url.UserInfo.Length > 0;

    /// <summary>Removes user name and password; an address without them is returned unchanged.</summary>
    public static Uri Without(Uri url) => IsIn(url) && HasAuthority(url)
        ? new Uri(url.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.UserInfo, UriFormat.UriEscaped))
        : url;

    /// <summary>Removes user name and password from an address as written, valid or not.</summary>
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

    /// <summary>Throws when an address has a user name or password.</summary>
    /// <exception cref="ArgumentException">
    /// The address has a user name or password. The message does not repeat it.
    /// </exception>
    public static Uri Refuse(Uri url, string parameter) =>
        IsIn(url) && HasAuthority(url) ? throw new ArgumentException(Refusal, parameter) : url;

    /// <summary>Where user, host and port begin; −1 when the text has none of them.</summary>
    private static int StartOfAuthority(string written)
    {
        int start = written.Length - written.AsSpan().TrimStart().Length;
        ReadOnlySpan<char> rest = written.AsSpan(start);
        int colon = rest.IndexOfAnyExcept(SchemeCharacters);
        int scheme = colon > 0 && rest[colon] == ':' ? colon + 1 : 0;

        // Browsers do not need the slashes of http and https; elsewhere two of them begin an authority.
        bool isWeb = rest[..scheme] is var name
            && (name.Equals("https:", StringComparison.OrdinalIgnoreCase)
                || name.Equals("http:", StringComparison.OrdinalIgnoreCase));
        int slashes = rest[scheme..].IndexOfAnyExcept('/', '\\');
        return slashes < 0 || (!isWeb && slashes < 2) ? -1 : start + scheme + slashes;
    }

    /// <summary>Whether a host follows the scheme.</summary>
    /// <remarks>Other schemes, such as mailto, use @ without a secret.</remarks>
    private static bool HasAuthority(Uri url) =>
        url.AbsoluteUri.AsSpan(url.Scheme.Length).StartsWith("://", StringComparison.Ordinal);

    /// <summary>An address without its possible secrets: user name, password, query and fragment.</summary>
    public static string WithoutSecrets(Uri url) => url.IsAbsoluteUri
        ? url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
        : url.OriginalString.Split('?', '#')[0];
}
