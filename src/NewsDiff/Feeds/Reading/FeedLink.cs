using System.Buffers;
using NewsDiff.Addresses;

namespace NewsDiff.Feeds.Reading;

/// <summary>Resolves the links of feeds like browsers, and removes user names and passwords.</summary>
internal static class FeedLink
{
    /// <summary>Schemes for programs that subscribe; the address behind them is of http or https.</summary>
    private static readonly string[] SubscribingSchemes = ["feed:", "itpc:", "pcast:", "podcast:"];

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.");

    /// <summary>Characters that <see cref="Uri"/> and browsers read alike.</summary>
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/?&=+,;:!$()*#");

    /// <summary>Resolves a link.</summary>
    /// <param name="reference">The link as written; may be empty or damaged.</param>
    /// <param name="baseUrl">The address that it is relative to.</param>
    /// <returns>The absolute http or https address; null when it is not one.</returns>
    public static Uri? Resolve(ReadOnlySpan<char> reference, Uri baseUrl)
    {
        reference = WrittenLink.Repair(reference);
        return reference.IsEmpty ? null
            : SchemeFor(reference, baseUrl) is { } scheme ? Clean(Read($"{scheme}://{reference}", baseUrl))
            : Clean(Read(reference, baseUrl));
    }

    /// <summary>The address in an id, if the id is one.</summary>
    /// <param name="id">The id; may be empty.</param>
    /// <returns>The http or https address, or null.</returns>
    public static Uri? FromId(ReadOnlySpan<char> id)
    {
        id = WrittenLink.Repair(id);
        return id.IsEmpty ? null : Clean(Read(IsWorldWide(id) ? $"http://{id}" : id, baseUrl: null));
    }

    /// <summary>The scheme of a link that begins with its host; null for any other.</summary>
    private static string? SchemeFor(ReadOnlySpan<char> reference, Uri baseUrl)
    {
        if (IsWorldWide(reference))
        {
            return Uri.UriSchemeHttp;
        }

        // A name like "story.html" may be a file; the name of the feed's own site is not.
        string own = WebScheme.IsIn(baseUrl) ? baseUrl.Host : "";
        return own.Length > 0
            && reference.StartsWith(own, StringComparison.OrdinalIgnoreCase)
            && own.Contains('.', StringComparison.Ordinal)
            && (reference.Length == own.Length || reference[own.Length] == '/')
            ? baseUrl.Scheme
            : null;
    }

    private static bool IsWorldWide(ReadOnlySpan<char> reference) =>
        reference.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && IsName(reference, leastDots: 2);

    private static Uri? Clean(Uri? link) => link is null ? null : UserInfo.Without(link);

    /// <summary>Reads a feed's address from a list.</summary>
    /// <remarks>It may lack a scheme, or begin with one such as <c>feed:</c>.</remarks>
    /// <param name="address">The address; may be empty.</param>
    /// <returns>The http or https address, or null.</returns>
    public static Uri? FromList(ReadOnlySpan<char> address)
    {
        foreach (string scheme in SubscribingSchemes)
        {
            if (address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                address = address[scheme.Length..].TrimStart('/');
                break;
            }
        }

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
    public static bool IsName(ReadOnlySpan<char> text, int leastDots)
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
