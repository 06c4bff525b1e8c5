using NewsDiff.Addresses;

namespace NewsDiff.Archives.Warc;

/// <summary>Reads captures from records: answers, revisits of them, and resources.</summary>
internal static class WarcCaptureReader
{
    private const int FirstBytes = 4 * 1024;

    /// <summary>Reads the list entry of a record.</summary>
    /// <returns>The entry; null when the record is not a capture of a web address.</returns>
    public static async ValueTask<CaptureEntry?> ReadEntryAsync(
        WarcRecord record,
        WarcKey key,
        CancellationToken cancellationToken)
    {
        if (UrlOf(record) is not { } url || record.Date is not { } date)
        {
            return null;
        }

        HttpHead? head = record.Type == WarcRecordType.Resource
            ? ResourceHead(record)
            : await ReadHeadAsync(record, cancellationToken).ConfigureAwait(false);
        return head is null ? null : new CaptureEntry
        {
            Url = url,
            CapturedAt = date,
            StatusCode = head.StatusCode,
            ContentType = head.Headers.FirstOrDefault(static field => IsContentType(field.Name)).Value,
            Key = key.ToString(),
        };
    }

    /// <summary>Reads a capture.</summary>
    /// <returns>
    /// The capture, or a revisit without content; null when the record is not one, is damaged, or is too large.
    /// </returns>
    public static async ValueTask<Capture?> ReadAsync(WarcRecord record, CancellationToken cancellationToken)
    {
        if (UrlOf(record) is not { } url
            || record.Date is not { } date
            || await record.ReadBlockAsync(CaptureContent.MaxBytes, cancellationToken)
                .ConfigureAwait(false) is not { } block)
        {
            return null;
        }

        HttpHead? head = record.Type == WarcRecordType.Resource ? ResourceHead(record) : HeadOf(record, block);
        return head is null ? null : new Capture
        {
            Url = url,
            CapturedAt = date,
            StatusCode = head.StatusCode,
            ReasonPhrase = head.ReasonPhrase,
            Headers = head.Headers,
            Body = HttpMessage.BodyOf(block, head),
            IsTruncated = record.Find(WarcNames.Truncated) is not null,
        };
    }

    private static Uri? UrlOf(WarcRecord record) =>
        record.Type is WarcRecordType.Response or WarcRecordType.Revisit or WarcRecordType.Resource
        && record.TargetUri is { } url
        && (WebScheme.IsIn(url)
            || (record.Type == WarcRecordType.Resource && url == FollowedList.Url))
            ? url
            : null;

    private static bool IsContentType(string name) =>
        name.Equals(WarcNames.ContentType, StringComparison.OrdinalIgnoreCase);

    private static HttpHead ResourceHead(WarcRecord record) => new(
        200, "OK", record.ContentType is { } type ? [new HttpField(WarcNames.ContentType, type)] : [], Length: 0);

    /// <summary>The head of an answer.</summary>
    /// <remarks>
    /// A revisit without a head has the status 304, or the status 200 of the capture that it refers to.
    /// </remarks>
    private static HttpHead? HeadOf(WarcRecord record, ReadOnlySpan<byte> block)
    {
        if (HttpMessage.ReadHead(block) is { } head)
        {
            return head;
        }

        bool isNotModified = record.Find(
            WarcNames.Profile)?.Contains("server-not-modified", StringComparison.OrdinalIgnoreCase) == true;
        return record.Type == WarcRecordType.Revisit
            ? new HttpHead(isNotModified ? 304 : 200, "", [], block.Length)
            : null;
    }

    private static async ValueTask<HttpHead?> ReadHeadAsync(WarcRecord record, CancellationToken cancellationToken)
    {
        byte[] beginning = new byte[FirstBytes];
        int length = await record.Block.ReadAtLeastAsync(
            beginning, FirstBytes, throwOnEndOfStream: false, cancellationToken)
            .ConfigureAwait(false);
        if (length == FirstBytes && WarcHeaderParser.FindEnd(beginning, searched: 0) < 0)
        {
            Array.Resize(ref beginning, HttpMessage.MaxHeadBytes);
            length += await record.Block.ReadAtLeastAsync(
                beginning.AsMemory(FirstBytes), beginning.Length - FirstBytes, throwOnEndOfStream: false,
                cancellationToken).ConfigureAwait(false);
        }

        return HeadOf(record, beginning.AsSpan(0, length));
    }
}
