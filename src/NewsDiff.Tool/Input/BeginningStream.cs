using System.Text;

namespace NewsDiff.Tool.Input;

/// <summary>A stream that cannot seek, but whose first bytes are known.</summary>
internal sealed class BeginningStream : Stream
{
    private const int Looked = 64;

    private readonly Stream _rest;
    private ReadOnlyMemory<byte> _beginning;

    private BeginningStream(Stream rest, ReadOnlyMemory<byte> beginning)
    {
        _rest = rest;
        _beginning = beginning;
        int first = beginning.Span.IndexOfAnyExcept("\uFEFF \t\r\n"u8);
        First = first < 0 ? null : beginning.Span[first];
    }

    /// <summary>The encoding of two or four bytes that the stream names; null for none.</summary>
    internal Encoding? WideEncoding => _beginning.Span switch
    {
        [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32,
        [0, 0, 0xFE, 0xFF, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    /// <summary>The first byte that is not white space; null if there is none.</summary>
    internal byte? First { get; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    internal static async Task<BeginningStream> OpenAsync(Stream stream, CancellationToken stop)
    {
        byte[] beginning = new byte[Looked];
        int length = await stream.ReadAtLeastAsync(beginning, Looked, throwOnEndOfStream: false, stop)
            .ConfigureAwait(false);
        return new BeginningStream(stream, beginning.AsMemory(0, length));
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_beginning.IsEmpty)
        {
            return await _rest.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }

        int length = Math.Min(buffer.Length, _beginning.Length);
        _beginning[..length].CopyTo(buffer);
        _beginning = _beginning[length..];
        return length;
    }

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
            _rest.Dispose();
        }

        base.Dispose(disposing);
    }
}
