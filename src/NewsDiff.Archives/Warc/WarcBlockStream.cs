using System.Security.Cryptography;

namespace NewsDiff.Archives.Warc;

/// <summary>The block of a record, read from the file up to its end.</summary>
internal sealed class WarcBlockStream(WarcWindow window, long length, string? digest) : ForwardStream
{
    private readonly IncrementalHash? _hash = WarcDigest.Begin(digest);
    private long _read;
    private bool _isClosed;

    /// <summary>The number of bytes of the block that are still unread.</summary>
    public long Left => length - _read;

    /// <inheritdoc/>
    public override bool CanRead => !_isClosed;

    /// <inheritdoc/>
    public override long Length => length;

    /// <inheritdoc/>
    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        int wanted = (int)Math.Min(buffer.Length, Left);
        if (wanted == 0)
        {
            return 0;
        }

        int read = await window.ReadAsync(buffer[..wanted], cancellationToken).ConfigureAwait(false);
        _hash?.AppendData(buffer.Span[..read]);
        _read += read;
        return read;
    }

    /// <summary>Skips the unread bytes, and ends the reading.</summary>
    /// <returns>Whether the block was complete and, if it was to be checked, matches its digest.</returns>
    public async ValueTask<(bool IsWhole, bool IsIntact)> FinishAsync(CancellationToken cancellationToken)
    {
        if (_hash is null)
        {
            _read += await window.SkipAsync(Left, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            byte[] rest = new byte[16 * 1024];
            while (await ReadAsync(rest, cancellationToken).ConfigureAwait(false) > 0)
            {
                // The digest covers the whole block.
            }
        }

        _isClosed = true;
        bool isIntact = _hash is null || Left > 0 || WarcDigest.Names(digest!, _hash.GetHashAndReset());
        await DisposeAsync().ConfigureAwait(false);
        return (Left == 0, isIntact);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // This does not close the block: a stream that wraps it may dispose it, but the rest must still be skipped.
        if (_isClosed)
        {
            _hash?.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("The blocks of WARC records can only be read asynchronously.");
}
