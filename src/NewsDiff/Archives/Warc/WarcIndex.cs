namespace NewsDiff.Archives.Warc;

/// <summary>Where the content of captures stands, for revisits that only refer to it and for versions that know its hash.</summary>
internal sealed class WarcIndex
{
    private const string PageHashPrefix = "sha256:";

    private readonly Dictionary<string, WarcKey> _byDigest = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Url, DateTimeOffset Date), WarcKey> _bySource = [];
    private readonly Dictionary<string, WarcKey> _byPage = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The digests of all contents, with what they were captured from.</summary>
    public List<(string Digest, CaptureSource Source)> Contents { get; } = [];

    /// <summary>Takes in a record that holds content.</summary>
    public void Add(WarcRecord record, WarcKey key, CaptureEntry entry)
    {
        if (record.Type != WarcRecordType.Revisit)
        {
            _bySource.TryAdd((entry.Url.AbsoluteUri, entry.CapturedAt), key);
            if (record.Find(WarcNames.PayloadDigest) is { } digest && _byDigest.TryAdd(digest, key))
            {
                Contents.Add((digest, new CaptureSource(entry.Url, entry.CapturedAt)));
            }
        }

        if (record.Find(WarcCaptureWriter.PageHashField) is { } page && page.StartsWith(PageHashPrefix, StringComparison.Ordinal))
        {
            _byPage.TryAdd(page[PageHashPrefix.Length..], key);
        }
    }

    /// <summary>Where the content stands that a revisit refers to; null when these files do not hold it.</summary>
    public WarcKey? FindOriginal(WarcRecord revisit)
    {
        if (WarcDate.Parse(revisit.Find(WarcNames.RefersToDate)) is { } date
            && (revisit.Find(WarcNames.RefersToTargetUri) ?? revisit.TargetUri?.AbsoluteUri) is { } text
            && Uri.TryCreate(text, UriKind.Absolute, out Uri? url)
            && _bySource.TryGetValue((url.AbsoluteUri, date), out WarcKey source))
        {
            return source;
        }

        return revisit.Find(WarcNames.PayloadDigest) is { } digest && _byDigest.TryGetValue(digest, out WarcKey same) ? same : null;
    }

    /// <summary>Where a page stands; null when no record names its hash.</summary>
    public WarcKey? FindPage(string pageHash) => _byPage.TryGetValue(pageHash, out WarcKey key) ? key : null;
}
