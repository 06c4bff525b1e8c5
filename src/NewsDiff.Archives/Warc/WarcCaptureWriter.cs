using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NewsDiff.Diagnostics;

namespace NewsDiff.Archives.Warc;

/// <summary>Writes captures as request and response records.</summary>
/// <remarks>Content that the file already has is written as a revisit.</remarks>
internal sealed class WarcCaptureWriter : IAsyncDisposable
{
    /// <summary>Our own field, which names the page by its content.</summary>
    public const string PageHashField = "NewsDiff-Page-Hash";

    /// <summary>The maximum number of contents to remember; forgotten ones are written again.</summary>
    private const int MostContents = 100_000;

    private readonly Dictionary<string, CaptureSource> _contents = [];
    private readonly FileStream _turn;
    private readonly WarcWriter _writer;
    private readonly string _fileName;
    private string? _infoId;

    /// <summary>Opens a file at its end.</summary>
    public WarcCaptureWriter(string path)
    {
        _fileName = Path.GetFileName(path);

        // The lock is a separate file, because the archive must stay readable, and not every system has locks that let
        // others read.
        _turn = PrivateFile.Create(
            path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
        FileStream file = PrivateFile.Create(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
        file.Seek(0, SeekOrigin.End);
        var options = new WarcWriterOptions
        {
            IsCompressed = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase),
            IdSeed = string.Create(CultureInfo.InvariantCulture, $"{_fileName}@{file.Position}"),
        };
        _writer = new WarcWriter(file, options);
    }

    /// <summary>Remembers content that the file has.</summary>
    public void Remember(string payloadDigest, CaptureSource source)
    {
        if (_contents.Count < MostContents)
        {
            _contents.TryAdd(payloadDigest, source);
        }
    }

    /// <summary>Writes a capture. Callers take turns.</summary>
    public async ValueTask WriteAsync(Capture capture, CancellationToken cancellationToken)
    {
        _infoId ??= await WriteInfoAsync(capture.CapturedAt, cancellationToken).ConfigureAwait(false);
        if (capture.Url == FollowedList.Url)
        {
            await WriteListAsync(capture, cancellationToken).ConfigureAwait(false);
            return;
        }

        byte[] block = HttpMessage.WriteResponse(capture, out int bodyStart);
        string digest = WarcDigest.Of(block.AsSpan(bodyStart), WarcDigestAlgorithm.Sha1);
        var source = new CaptureSource(capture.Url, capture.CapturedAt);
        ImmutableArray<WarcField> fields = [new(WarcNames.WarcInfoId, $"<{_infoId}>"), .. FieldsOf(capture)];
        bool isNotModified = capture.StatusCode == 304;
        CaptureSource? original = capture.Body.IsEmpty || capture.IsTruncated
            ? null
            : _contents.GetValueOrDefault(digest);
        WarcRecordDraft draft = (isNotModified, original) switch
        {
            (true, _) => Revisit(WarcNames.NotModified, block, [.. fields, .. ReferTo(original)]),
            (_, { } known) => Revisit(
                WarcNames.IdenticalPayload, block[..bodyStart],
                [.. fields, .. ReferTo(known), new(WarcNames.PayloadDigest, digest)]),
            _ => new WarcRecordDraft
            {
                Type = WarcRecordType.Response,
                Block = block,
                Fields = [.. fields, new(WarcNames.PayloadDigest, digest)],
            },
        };
        WarcWritten written = await _writer.WriteAsync(
            draft with { TargetUri = capture.Url, Date = capture.CapturedAt }, cancellationToken).ConfigureAwait(false);
        if (draft.Type == WarcRecordType.Response && !capture.IsTruncated && !capture.Body.IsEmpty)
        {
            Remember(digest, source);
        }

        await WriteRequestAsync(capture, written, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync().ConfigureAwait(false);
        await _turn.DisposeAsync().ConfigureAwait(false);
    }

    private static IEnumerable<WarcField> FieldsOf(Capture capture)
    {
        if (capture.IsTruncated)
        {
            yield return new WarcField(WarcNames.Truncated, "unspecified");
        }
        else if (capture.StatusCode == 200 && CaptureContent.HashOf(capture) is { } hash)
        {
            yield return new WarcField(PageHashField, "sha256:" + hash);
        }
    }

    private static IEnumerable<WarcField> ReferTo(CaptureSource? original) => original is null ? [] :
    [
        new(WarcNames.RefersToTargetUri, original.Url.AbsoluteUri),
        new(WarcNames.RefersToDate, WarcDate.Format(original.CapturedAt)),
    ];

    private static WarcRecordDraft Revisit(string profile, byte[] block, ImmutableArray<WarcField> fields) => new()
    {
        Type = WarcRecordType.Revisit,
        Block = block,
        Fields = [new(WarcNames.Profile, profile), .. fields],
    };

    private async ValueTask<string> WriteInfoAsync(DateTimeOffset date, CancellationToken cancellationToken)
    {
        string info = $"software: {ProductToken.Value}\r\nformat: WARC File Format 1.1\r\n"
            + "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n";
        WarcWritten written = await _writer.WriteAsync(
            new WarcRecordDraft
            {
                Type = WarcRecordType.WarcInfo,
                Date = date,
                Block = Encoding.UTF8.GetBytes(info),
                Fields = [new(WarcNames.Filename, _fileName)],
            },
            cancellationToken).ConfigureAwait(false);
        return written.RecordId;
    }

    /// <summary>Writes content that is not a server's answer.</summary>
    private async ValueTask WriteListAsync(Capture capture, CancellationToken cancellationToken) =>
        await _writer.WriteAsync(
            new WarcRecordDraft
            {
                Type = WarcRecordType.Resource,
                TargetUri = capture.Url,
                Date = capture.CapturedAt,
                ContentType = capture.Find(WarcNames.ContentType),
                Block = capture.Body,
                Fields = [new(WarcNames.WarcInfoId, $"<{_infoId}>")],
            },
            cancellationToken).ConfigureAwait(false);

    private async ValueTask WriteRequestAsync(Capture capture, WarcWritten answer, CancellationToken cancellationToken)
    {
        if (capture.RequestHeaders.IsEmpty)
        {
            return;
        }

        await _writer.WriteAsync(
            new WarcRecordDraft
            {
                Type = WarcRecordType.Request,
                TargetUri = capture.Url,
                Date = capture.CapturedAt,
                Block = HttpMessage.WriteRequest(capture),
                Fields =
                [
                    new(WarcNames.WarcInfoId, $"<{_infoId}>"), new(WarcNames.ConcurrentTo, $"<{answer.RecordId}>"),
                ],
            },
            cancellationToken).ConfigureAwait(false);
    }
}
