using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace NewsDiff.Identity;

/// <summary>A page's address in a web archive: the page, and the time of capture.</summary>
/// <remarks>
/// Archives like the Wayback Machine write both into the path, as in
/// <c>https://web.archive.org/web/20240102030405/https://news.example/story</c>.
/// </remarks>
internal sealed record ArchiveAddress
{
    private const string RawModifier = "id_";

    /// <summary>Hosts that return original captures for <c>id_</c> after the time.</summary>
    private static readonly FrozenSet<string> RawHosts = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "web.archive.org", "wayback.archive-it.org", "webarchive.nationalarchives.gov.uk", "www.webarchive.org.uk",
        "arquivo.pt",
        "webarchive.loc.gov", "swap.stanford.edu", "wayback.vefsafn.is", "web.archive.org.au", "webharvest.gov",
        "www.webharvest.gov");

    private static readonly FrozenSet<string> OtherHosts = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "archive.ph", "archive.today", "archive.is", "archive.li", "archive.vn",
        "archive.fo", "archive.md");

    /// <summary>The page that was captured.</summary>
    public required Uri Original { get; init; }

    /// <summary>When it was captured; null when the address does not say.</summary>
    public DateTimeOffset? CapturedAt { get; init; }

    /// <summary>The original capture, without the archive's links; null when unavailable.</summary>
    public Uri? Raw { get; init; }

    /// <summary>Reads an address of a known archive.</summary>
    /// <param name="url">The address.</param>
    /// <param name="address">The captured page and time, for such an address.</param>
    /// <returns>Whether it is the address of a capture.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="url"/> is null.</exception>
    public static bool TryParse(Uri url, [NotNullWhen(true)] out ArchiveAddress? address)
    {
        address = Find(url);
        return address is not null;
    }

    /// <summary>Reads an address of a known archive; null for any other.</summary>
    /// <param name="url">The address.</param>
    internal static ArchiveAddress? Find(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return !url.IsAbsoluteUri ? null
            : RawHosts.Contains(url.Host) ? Find(url, givesRaw: true)
            : OtherHosts.Contains(url.Host) ? Find(url, givesRaw: false)
            : null;
    }

    /// <summary>Reads an address of an archive like the Wayback Machine, known or not.</summary>
    /// <param name="url">The address.</param>
    /// <param name="givesRaw">Whether the archive can return original captures.</param>
    public static ArchiveAddress? Find(Uri url, bool givesRaw)
    {
        string path = url.PathAndQuery;
        for (int start = path.IndexOf('/', StringComparison.Ordinal); start >= 0; start = path.IndexOf('/', start + 1))
        {
            int end = path.IndexOf('/', start + 1);
            if (end < 0)
            {
                break;
            }

            if (TimeOf(path.AsSpan(start + 1, end - start - 1)) is { } time
                && OriginalOf(path[(end + 1)..]) is { } original)
            {
                string prefix = url.GetLeftPart(UriPartial.Authority) + path[..(start + 1)];
                return new ArchiveAddress
                {
                    Original = original,
                    CapturedAt = ArchiveTime.Read(time),
                    Raw = givesRaw && time.Length > 0 ? RawOf(prefix, time, original) : null,
                };
            }
        }

        return null;
    }

    /// <summary>The address of an original capture.</summary>
    /// <param name="prefix">The archive's addresses, up to the time.</param>
    /// <param name="time">The time in digits.</param>
    /// <param name="original">The page.</param>
    public static Uri? RawOf(string prefix, string time, Uri original) =>
        Uri.TryCreate($"{prefix}{time}{RawModifier}/{original.AbsoluteUri}", UriKind.Absolute, out Uri? raw)
            ? raw
            : null;

    /// <summary>The digits of a part such as <c>20240102030405id_</c>; null when it is not a time.</summary>
    /// <remarks><c>*</c> gives an empty text.</remarks>
    private static string? TimeOf(ReadOnlySpan<char> part)
    {
        int digits = part.IndexOfAnyExceptInRange('0', '9') is var other and >= 0 ? other : part.Length;
        ReadOnlySpan<char> rest = part[digits..];
        bool isTime = digits is >= 4 and <= 14
            && (rest.IsEmpty
                || (rest.Length == 3
                    && rest[2] == '_'
                    && char.IsAsciiLetterLower(rest[0])
                    && char.IsAsciiLetterLower(rest[1])));
        return isTime ? part[..digits].ToString() : rest is "*" ? "" : null;
    }

    private static Uri? OriginalOf(string text)
    {
        int colon = text.IndexOf(":/", StringComparison.Ordinal);
        string scheme = colon > 0 ? text[..colon] : "";
        string address = scheme is "http" or "https"
            ? $"{scheme}://{text[(colon + 1)..].TrimStart('/')}"
            : $"http://{text}";
        return Uri.TryCreate(address, UriKind.Absolute, out Uri? url)
            && url.Scheme.StartsWith("http", StringComparison.Ordinal)
            && url.Host.Contains('.', StringComparison.Ordinal)
            ? url
            : null;
    }
}
