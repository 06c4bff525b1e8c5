using System.IO.Compression;
using System.IO.Pipelines;
using System.Text;
using NewsDiff.Text;

namespace NewsDiff.Feeds.Reading;

/// <summary>Unpacks and decodes a sitemap, block by block.</summary>
internal sealed class SitemapSource(Stream content, string? contentType) : IAsyncDisposable
{
    private const int BlockLength = 16 * 1024;

    private readonly byte[] _bytes = new byte[BlockLength];
    private char[] _chars = [];
    private GzipTail? _packed;
    private Stream? _stream;
    private Decoder? _decoder;
    private long _unpacked;
    private long _left = FeedLimits.SitemapCharacters;

    /// <summary>Why reading ended before the document did, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>Reads the next characters, valid until the next call; none at the end.</summary>
    /// <remarks>None are read after a fault either.</remarks>
    public async ValueTask<ReadOnlyMemory<char>> ReadAsync(CancellationToken cancellationToken)
    {
        _stream ??= await OpenAsync(cancellationToken).ConfigureAwait(false);
        bool isAtEnd = false;
        int length = 0;
        while (length == 0 && !isAtEnd && _left > 0)
        {
            int read = await FillAsync(_stream, cancellationToken).ConfigureAwait(false);
            isAtEnd = read == 0;
            length = Decode(_bytes.AsSpan(0, read), isAtEnd);
        }

        length = (int)Math.Min(length, _left);
        _left -= length;
        Fault ??= _left == 0 ? "It is too long."
            : isAtEnd && _packed?.Closes(_unpacked) is false ? "The compressed content is truncated."
            : null;
        return _chars.AsMemory(0, length);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_stream is not null)
        {
            await _stream.DisposeAsync().ConfigureAwait(false);
        }

        _packed?.Dispose();
    }

    private async Task<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        PipeReader pipe = PipeReader.Create(content, new StreamPipeReaderOptions(leaveOpen: true));
        ReadResult start = await pipe.ReadAtLeastAsync(2, cancellationToken).ConfigureAwait(false);
        bool isPacked = start.Buffer.Length >= 2 && start.Buffer.FirstSpan is [0x1f, 0x8b, ..];
        pipe.AdvanceTo(start.Buffer.Start);
        if (!isPacked)
        {
            return pipe.AsStream();
        }

        _packed = new GzipTail(pipe.AsStream());
        return new GZipStream(_packed, CompressionMode.Decompress);
    }

    /// <summary>Fills the block, so that the first one shows the document's encoding.</summary>
    private async Task<int> FillAsync(Stream stream, CancellationToken cancellationToken)
    {
        int length = 0;
        try
        {
            int read = -1;
            while (read != 0 && length < _bytes.Length)
            {
                read = await stream.ReadAsync(_bytes.AsMemory(length), cancellationToken).ConfigureAwait(false);
                length += read;
            }
        }
        catch (InvalidDataException fault)
        {
            Fault = fault.Message;
        }

        _unpacked += length;
        return length;
    }

    private int Decode(ReadOnlySpan<byte> bytes, bool isEnd)
    {
        if (_decoder is null)
        {
            SniffedCharset found = CharsetSniffer.SniffXml(bytes, contentType);
            bytes = bytes[found.MarkLength..];
            Encoding encoding = found.Charset == CharsetLabels.Utf8 ? WesternFallback.Utf8 : found.Charset.Encoding;
            _decoder = encoding.GetDecoder();
            _chars = new char[encoding.GetMaxCharCount(BlockLength)];
        }

        return _decoder.GetChars(bytes, _chars, isEnd);
    }
}
