namespace NewsDiff.Tool.Input;

/// <summary>Reads the addresses that users type.</summary>
internal static class Address
{
    /// <summary>Whether a name looks like a web address.</summary>
    internal static bool IsWeb(string name) =>
        name.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>The address that lists show for an unreadable one; null for any other name.</summary>
    internal static Uri? OfUnreadable(string name) =>
        name.StartsWith("unreadable:", StringComparison.Ordinal) && Uri.TryCreate(name, UriKind.Absolute, out Uri? url)
            ? url
            : null;

    /// <summary>Reads the address of a site, and ends it with a slash to resolve links.</summary>
    /// <exception cref="TroubleException">The address is invalid, or has a user name or password.</exception>
    internal static Uri ParseFolder(string text) => new(Parse(text).AbsoluteUri.TrimEnd('/') + "/");

    /// <summary>Reads an address; without a scheme, https is assumed.</summary>
    /// <exception cref="TroubleException">The address is invalid, or has a user name or password.</exception>
    internal static Uri Parse(string text)
    {
        if (File.Exists(text))
        {
            throw new TroubleException($"'{text}' is a file; only a web address can be followed.");
        }

        bool hasScheme = text.Contains("://", StringComparison.Ordinal);
        string address = hasScheme ? text : "https://" + text;
        bool isRead = Uri.TryCreate(address, UriKind.Absolute, out Uri? url);
        if (isRead && IsWeb(address) && url!.UserInfo.Length > 0)
        {
            throw new TroubleException(
                "the address has a user name or password, which would be stored and shown; "
                + "give the address without it.");
        }

        return isRead && IsWeb(address) && (hasScheme || url!.Host.Contains('.', StringComparison.Ordinal))
            ? url!
            : throw new TroubleException($"'{text}' is not a web address, such as https://example.org/feed.xml.");
    }
}
