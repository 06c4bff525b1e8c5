namespace NewsDiff.Tool.Lines;

/// <summary>A range of a file, for reading forwards.</summary>
internal sealed class RangeStream : Stream
{
    private readonly FileStream _file;
    private readonly long _begin;

    internal RangeStream(FileStream file, long begin, long end)
    {
        _file = file;
        _begin = begin;
        Length = end - begin;
        file.Position = begin;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position
    {
        get => _file.Position - _begin;
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _file.ReadAsync(buffer[..(int)Math.Min(buffer.Length, Length - Position)], cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("The stream can only be read asynchronously.");

    public override void Flush()
    {
        // The stream is never written to.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _file.Dispose();
        }

        base.Dispose(disposing);
    }
}
