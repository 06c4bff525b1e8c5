using System.Buffers;

namespace NewsDiff.Archives;

/// <summary>Reads a body and takes a copy of what is read.</summary>
internal sealed class RecordedStream(Stream source, Capture capture, Func<Capture, ValueTask> keep, Action<Capture> leave) : Stream
{
    private readonly ArrayBufferWriter<byte> _copy = new();
    private bool _isDone;

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

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (read > 0)
        {
            _copy.Write(buffer.Span[..read]);
        }
        else if (!_isDone && !buffer.IsEmpty)
        {
            _isDone = true;
            await keep(capture with { Body = _copy.WrittenMemory }).ConfigureAwait(false);
        }

        return read;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

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
        if (disposing && !_isDone)
        {
            // The reader had enough, or the server broke off.
            _isDone = true;
            leave(capture with { Body = _copy.WrittenMemory, IsTruncated = true });
        }

        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }
}
