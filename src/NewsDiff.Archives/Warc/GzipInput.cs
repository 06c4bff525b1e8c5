using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace NewsDiff.Archives.Warc;

/// <summary>A WARC file of gzip members, usually one per record; it reports their beginnings.</summary>
/// <remarks>
/// The platform's inflater does not say how far it read. A member ends with its checksum and its length, so its end is
/// where these eight bytes are, within the bytes that the inflater took last.
/// </remarks>
internal sealed class GzipInput(RawBytes bytes) : WarcInput
{
    /// <summary>The message about a damaged member.</summary>
    public const string DamageMessage = "A compressed part cannot be unpacked, or its checksum does not match.";

    private const int TrailerLength = 8;

    /// <summary>The maximum number of bytes read a second time to find the next intact member.</summary>
    private const long MostReadAgain = 256L * 1024 * 1024;

    private readonly InflaterFeed _feed = new(bytes);
    private DeflateStream? _inflater;
    private readonly Crc32 _checksum = new();
    private uint _length;
    private long _memberOffset;
    private bool _isNew;
    private long _readAgain;

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        NewPart = null;
        while (Fault is null)
        {
            if (_inflater is null && !await OpenAsync(cancellationToken).ConfigureAwait(false))
            {
                return 0;
            }

            int read = await InflateAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (read > 0)
            {
                NewPart = _isNew ? _memberOffset : null;
                _isNew = false;
                return read;
            }

            if (Fault is null)
            {
                await CloseAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        return 0;
    }

    /// <inheritdoc/>
    public override async ValueTask<bool> RecoverAsync(CancellationToken cancellationToken)
    {
        if (Fault is null || !bytes.CanSeek)
        {
            return false;
        }

        Fault = null;
        _readAgain += bytes.Position - _memberOffset;
        if (_readAgain > MostReadAgain)
        {
            return false;
        }

        bytes.Seek(_memberOffset + 1);
        while (await bytes.EnsureAsync(3, cancellationToken).ConfigureAwait(false))
        {
            int found = bytes.Available.IndexOf([(byte)0x1F, (byte)0x8B, (byte)8]);
            if (found >= 0)
            {
                bytes.Advance(found);
                return true;
            }

            bytes.Advance(bytes.Available.Length - 2);
        }

        return false;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _inflater?.Dispose();
        _feed.Dispose();
    }

    private async ValueTask<bool> OpenAsync(CancellationToken cancellationToken)
    {
        if (!await bytes.EnsureAsync(1, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        _memberOffset = bytes.Position;
        if (!await GzipHeader.PassAsync(bytes, cancellationToken).ConfigureAwait(false))
        {
            Break(await IsAtEndAsync(cancellationToken).ConfigureAwait(false));
            return false;
        }

        _inflater = new DeflateStream(_feed, CompressionMode.Decompress, leaveOpen: true);
        _checksum.Reset();
        (_length, _isNew) = (0, true);
        return true;
    }

    private async ValueTask<int> InflateAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            int read = await _inflater!.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            _checksum.Append(buffer.Span[..read]);
            _length += (uint)read;
            return read;
        }
        catch (InvalidDataException)
        {
            Break(await IsAtEndAsync(cancellationToken).ConfigureAwait(false));
            return 0;
        }
    }

    private async ValueTask CloseAsync(CancellationToken cancellationToken)
    {
        await bytes.EnsureAsync(TrailerLength, cancellationToken).ConfigureAwait(false);
        int found = FindTrailer();
        if (found < 0)
        {
            Break(await IsAtEndAsync(cancellationToken).ConfigureAwait(false));
            return;
        }

        bytes.Seek(bytes.Position + bytes.Available.Length - bytes.SinceLastTaken.Length + found + TrailerLength);
        Drop();
    }

    private int FindTrailer()
    {
        Span<byte> trailer = stackalloc byte[TrailerLength];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, _checksum.GetCurrentHashAsUInt32());
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], _length);
        return bytes.SinceLastTaken.IndexOf(trailer);
    }

    private void Break(bool isAtEnd)
    {
        Fault = new WarcProblem
        {
            Kind = isAtEnd ? WarcProblemKind.Truncated : WarcProblemKind.Damaged,
            Location = new WarcLocation(_memberOffset),
            Message = isAtEnd ? "The file breaks off inside a compressed part." : DamageMessage,
        };
        Drop();
    }

    private async ValueTask<bool> IsAtEndAsync(CancellationToken cancellationToken) =>
        !await bytes.EnsureAsync(TrailerLength + 1, cancellationToken).ConfigureAwait(false);

    private void Drop()
    {
        _inflater?.Dispose();
        _inflater = null;
    }
}
