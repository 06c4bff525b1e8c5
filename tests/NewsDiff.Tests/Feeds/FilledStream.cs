namespace NewsDiff.Tests.Feeds;

/// <summary>A document with one part of any length, created during reading to use no memory itself.</summary>
internal sealed class FilledStream(byte[] before, byte filling, int length, byte[] after) : Stream
{
    private int _at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int fillingAt = _at - before.Length;
        int read;
        if (fillingAt < 0)
        {
            read = Copy(before.AsSpan(_at), buffer);
        }
        else if (fillingAt < length)
        {
            read = Math.Min(buffer.Length, length - fillingAt);
            buffer[..read].Fill(filling);
        }
        else
        {
            read = Copy(after.AsSpan(fillingAt - length), buffer);
        }

        _at += read;
        return read;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        new(Read(buffer.Span));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static int Copy(ReadOnlySpan<byte> source, Span<byte> target)
    {
        int length = Math.Min(source.Length, target.Length);
        source[..length].CopyTo(target);
        return length;
    }
}
