using NewsDiff.Addresses;

namespace NewsDiff.Archives.Warc;

/// <summary>Where the content of captures is stored, by digest.</summary>
/// <remarks>Revisits refer to content by its digest, and versions by its hash.</remarks>
/// <param name="contents">Receives the digests of all contents with their captures; null to leave them out.</param>
internal sealed class WarcIndex(List<(string Digest, CaptureSource Source)>? contents = null)
{
    private const string PageHashPrefix = "sha256:";

    private readonly Dictionary<UInt128, WarcKey> _byDigest = [];
    private readonly Dictionary<UInt128, WarcKey> _bySource = [];
    private readonly Dictionary<UInt128, WarcKey> _byPage = [];

    /// <summary>Adds a record with content.</summary>
    public void Add(WarcRecord record, WarcKey key, CaptureEntry entry)
    {
        if (record.Type != WarcRecordType.Revisit)
        {
            _bySource.TryAdd(NameOf(entry.Url, entry.CapturedAt), key);
            if (record.Find(WarcNames.PayloadDigest) is { } digest && _byDigest.TryAdd(NameOf(digest), key))
            {
                contents?.Add((digest, new CaptureSource(entry.Url, entry.CapturedAt)));
            }
        }

        if (record.Find(WarcCaptureWriter.PageHashField) is { } page
            && page.StartsWith(PageHashPrefix, StringComparison.Ordinal))
        {
            _byPage.TryAdd(NameOf(page[PageHashPrefix.Length..]), key);
        }
    }

    /// <summary>The content that a revisit refers to; null when these files do not hold it.</summary>
    public WarcKey? FindOriginal(WarcRecord revisit)
    {
        if (WarcDate.TryParse(revisit.Find(WarcNames.RefersToDate), out DateTimeOffset date)
            && (revisit.Find(WarcNames.RefersToTargetUri) ?? revisit.TargetUri?.AbsoluteUri) is { } text
            && Uri.TryCreate(text, UriKind.Absolute, out Uri? url)
            && _bySource.TryGetValue(NameOf(UserInfo.Without(url), date), out WarcKey source))
        {
            return source;
        }

        return revisit.Find(WarcNames.PayloadDigest) is { } digest
            && _byDigest.TryGetValue(NameOf(digest), out WarcKey same) ? same : null;
    }

    /// <summary>The place of a page; null when no record has its hash.</summary>
    public WarcKey? FindPage(string pageHash) => _byPage.TryGetValue(NameOf(pageHash), out WarcKey key) ? key : null;

    private static UInt128 NameOf(string digest) => ShortName.Of(digest.ToUpperInvariant());

    private static UInt128 NameOf(Uri url, DateTimeOffset date) =>
        ShortName.Of($"{WarcDate.Format(date)} {url.AbsoluteUri}");
}
