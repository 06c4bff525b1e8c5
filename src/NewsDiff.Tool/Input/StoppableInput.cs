namespace NewsDiff.Tool.Input;

/// <summary>An input whose reads end when the command is stopped, whatever the sender does.</summary>
/// <remarks>
/// A read of stdin cannot be cancelled: without this, Ctrl-C would do nothing while a command waits for input. The
/// read that is left behind ends with the process; it has a buffer of its own.
/// </remarks>
internal sealed class StoppableInput(Stream inner) : Stream
{
    private byte[] _buffer = [];

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_buffer.Length < buffer.Length)
        {
            _buffer = new byte[buffer.Length];
        }

        byte[] own = _buffer;
        int wanted = buffer.Length;
        int read = await Task.Run(() => inner.Read(own, 0, wanted), CancellationToken.None)
            .WaitAsync(cancellationToken).ConfigureAwait(false);
        own.AsMemory(0, read).CopyTo(buffer);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
