using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace NewsDiff.Archives.Warc;

/// <summary>Writes WARC 1.1 files (ISO 28500:2017).</summary>
/// <remarks>
/// A record is written in one piece and flushed, so that a crash leaves at most the last one unfinished. Instances are
/// safe for concurrent use.
/// </remarks>
public sealed class WarcWriter : IAsyncDisposable
{
    private readonly Stream _stream;
    private readonly WarcWriterOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private long _number;
    private long _offset;

    /// <summary>Makes a writer.</summary>
    /// <param name="stream">The file, at its end; the writer disposes it.</param>
    /// <param name="options">How to write; null for the defaults.</param>
    /// <param name="timeProvider">The clock for records without a date; null for the system's.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public WarcWriter(Stream stream, WarcWriterOptions? options = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
        _options = options ?? new WarcWriterOptions();
        _timeProvider = timeProvider ?? TimeProvider.System;
        _offset = stream.CanSeek ? stream.Position : 0;
    }

    /// <summary>Writes a record.</summary>
    /// <param name="draft">The record.</param>
    /// <param name="cancellationToken">Cancels before the write; a write that has begun is finished.</param>
    /// <returns>Its id and its place.</returns>
    /// <exception cref="ArgumentException">A field has a line break, or an invalid name.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public async ValueTask<WarcWritten> WriteAsync(WarcRecordDraft draft, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            DateTimeOffset date = draft.Date ?? _timeProvider.GetUtcNow();
            string blockDigest = WarcDigest.Of(draft.Block.Span, _options.Digest);
            string id = WarcRecordId.Of(_options.IdSeed, _number + 1, draft, WarcDate.Format(date), blockDigest);
            string? payloadDigest = draft.PayloadStart is { } start
                ? WarcDigest.Of(draft.Block.Span[start..], _options.Digest)
                : null;
            byte[] record = Pack(Header(draft, id, date, blockDigest, payloadDigest), draft.Block.Span);
            await _stream.WriteAsync(record, CancellationToken.None).ConfigureAwait(false);
            await _stream.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            var written = new WarcWritten
            {
                RecordId = id,
                Date = date,
                Location = new WarcLocation(_offset),
                PayloadDigest = payloadDigest,
            };
            _offset += record.Length;
            _number++;
            return written;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync().ConfigureAwait(false);
        _gate.Dispose();
    }

    private static string Header(
        WarcRecordDraft draft, string id, DateTimeOffset date, string blockDigest, string? payloadDigest)
    {
        var header = new StringBuilder("WARC/1.1\r\n");
        Add(header, WarcNames.Type, WarcNames.NameOf(draft.Type));
        Add(header, WarcNames.RecordId, $"<{id}>");
        Add(header, WarcNames.Date, WarcDate.Format(date));
        Add(header, WarcNames.TargetUri, draft.TargetUri?.AbsoluteUri);
        foreach (WarcField field in draft.Fields)
        {
            Add(header, field.Name, field.Value);
        }

        Add(header, WarcNames.PayloadDigest, payloadDigest);
        Add(header, WarcNames.BlockDigest, blockDigest);
        Add(header, WarcNames.ContentType, draft.Block.IsEmpty ? null : draft.ContentType ?? UsualType(draft.Type));
        Add(header, WarcNames.ContentLength, draft.Block.Length.ToString(CultureInfo.InvariantCulture));
        return header.Append("\r\n").ToString();
    }

    private static void Add(StringBuilder header, string name, string? value)
    {
        if (value is null)
        {
            return;
        }

        if (name.Length == 0
            || name.AsSpan().ContainsAnyExceptInRange('!', '~')
            || name.Contains(':', StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{name}' is not a valid field name.", nameof(name));
        }

        if (value.AsSpan().ContainsAny('\r', '\n'))
        {
            throw new ArgumentException($"The value of {name} has a line break.", nameof(value));
        }

        header.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
    }

    private static string UsualType(WarcRecordType type) => type switch
    {
        WarcRecordType.Response or WarcRecordType.Revisit => WarcNames.ResponseType,
        WarcRecordType.Request => WarcNames.RequestType,
        WarcRecordType.WarcInfo or WarcRecordType.Metadata => WarcNames.FieldsType,
        _ => "application/octet-stream",
    };

    private byte[] Pack(string header, ReadOnlySpan<byte> block)
    {
        using var record = new MemoryStream(block.Length + header.Length + 4);
        if (_options.IsCompressed)
        {
            using var packer = new GZipStream(record, CompressionLevel.Optimal, leaveOpen: true);
            Write(packer, header, block);
        }
        else
        {
            Write(record, header, block);
        }

        return record.ToArray();
    }

    private static void Write(Stream target, string header, ReadOnlySpan<byte> block)
    {
        target.Write(Encoding.UTF8.GetBytes(header));
        target.Write(block);
        target.Write("\r\n\r\n"u8);
    }
}
