using System.Buffers;
using NewsDiff.Addresses;

namespace NewsDiff.Feeds.Reading;

/// <summary>Resolves the links of feeds like browsers, and removes user names and passwords.</summary>
internal static class FeedLink
{
    private const string FeedScheme = "feed:";

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.");

    /// <summary>Characters that <see cref="Uri"/> and browsers read alike.</summary>
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/?&=+,;:!$()*#");

    /// <summary>Resolves a link.</summary>
    /// <param name="reference">The link as written; may be empty.</param>
    /// <param name="baseUrl">The address that it is relative to.</param>
    /// <returns>The absolute http or https address; null when it is not one.</returns>
    public static Uri? Resolve(ReadOnlySpan<char> reference, Uri baseUrl) =>
        reference.IsWhiteSpace() ? null
        : IsName(reference.Trim(), leastDots: 2)
            && reference.TrimStart().StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            ? Clean(Read($"http://{reference.Trim()}", baseUrl))
            : Clean(Read(reference.Trim(), baseUrl));

    /// <summary>The address in an id, if the id is one.</summary>
    /// <param name="id">The id; may be empty.</param>
    /// <returns>The http or https address, or null.</returns>
    public static Uri? FromId(ReadOnlySpan<char> id) => id.IsWhiteSpace() ? null : Clean(Read(id, baseUrl: null));

    private static Uri? Clean(Uri? link) => link is null ? null : UserInfo.Without(link);

    /// <summary>Reads a feed's address from a list.</summary>
    /// <remarks>It may lack a scheme, or begin with <c>feed:</c>.</remarks>
    /// <param name="address">The address; may be empty.</param>
    /// <returns>The http or https address, or null.</returns>
    public static Uri? FromList(ReadOnlySpan<char> address)
    {
        address = address.StartsWith(FeedScheme, StringComparison.OrdinalIgnoreCase)
            ? address[FeedScheme.Length..].TrimStart('/')
            : address;
        return IsName(address, leastDots: 1) ? FromId($"http://{address}") : FromId(address);
    }

    private static Uri? Read(ReadOnlySpan<char> written, Uri? baseUrl)
    {
        if (written.Length > FeedLimits.AddressLength)
        {
            return null;
        }

        if (IsPlain(written) && Uri.TryCreate(written.ToString(), UriKind.Absolute, out Uri? plain))
        {
            return plain;
        }

        string? start = baseUrl is not null && WebScheme.IsIn(baseUrl) ? baseUrl.AbsoluteUri : null;
        if (WebUrl.Resolve(written, start) is not { } address
            || !Uri.TryCreate(address, UriKind.Absolute, out Uri? resolved))
        {
            return null;
        }

        // An address is kept as it was written if that makes no difference.
        Uri? own;
        bool isRead = baseUrl is null
            ? Uri.TryCreate(written.ToString(), UriKind.Absolute, out own)
            : Uri.TryCreate(baseUrl, written.ToString(), out own);
        return isRead && own!.AbsoluteUri == address ? own : resolved;
    }

    /// <summary>Whether a text begins with a host name instead of a scheme.</summary>
    private static bool IsName(ReadOnlySpan<char> text, int leastDots)
    {
        int end = text.IndexOfAny('/', '?', '#');
        ReadOnlySpan<char> host = end < 0 ? text : text[..end];
        return host is [not '.', .., not '.']
            && host.Count('.') >= leastDots
            && !host.ContainsAnyExcept(NameCharacters)
            && char.IsAsciiLetter(host[^1]);
    }

    /// <summary>Whether an address is absolute, has a named host, and is unambiguous.</summary>
    private static bool IsPlain(ReadOnlySpan<char> written)
    {
        int start = written.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8
            : written.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7
            : 0;
        if (start == 0 || written.ContainsAnyExcept(Plain) || written.Contains("/.", StringComparison.Ordinal))
        {
            return false;
        }

        ReadOnlySpan<char> rest = written[start..];
        int end = rest.IndexOfAny('/', '?', '#');
        ReadOnlySpan<char> host = end < 0 ? rest : rest[..end];
        return host is [_, ..] && char.IsAsciiLetter(host[^1]) && !host.ContainsAny(':', '_');
    }
}
