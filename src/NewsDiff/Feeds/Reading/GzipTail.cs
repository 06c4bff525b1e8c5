using System.Buffers.Binary;

namespace NewsDiff.Feeds.Reading;

/// <summary>Reads a gzip stream and keeps its end, which shows whether it is complete.</summary>
/// <remarks>The platform reads a truncated file as a complete one.</remarks>
internal sealed class GzipTail(Stream packed) : Stream
{
    private const int Length32 = 4;

    private readonly byte[] _last = new byte[Length32];

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Whether the file can be complete.</summary>
    /// <param name="unpacked">Its unpacked length in bytes.</param>
    /// <remarks>The last four bytes are the unpacked length of the last member (RFC 1952, 2.3.1).</remarks>
    public bool Closes(long unpacked) => BinaryPrimitives.ReadUInt32LittleEndian(_last) <= unpacked;

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) =>
        Keep(buffer.AsSpan(offset, packed.Read(buffer, offset, count)));

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = await packed.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        return Keep(buffer.Span[..read]);
    }

    /// <inheritdoc/>
    public override void Flush() => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            packed.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Keep(ReadOnlySpan<byte> read)
    {
        ReadOnlySpan<byte> last = read[^Math.Min(read.Length, Length32)..];
        _last.AsSpan(last.Length).CopyTo(_last);
        last.CopyTo(_last.AsSpan(Length32 - last.Length));
        return read.Length;
    }
}
