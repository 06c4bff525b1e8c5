using System.IO.Compression;
using System.Text;
using NewsDiff.Text;

namespace NewsDiff.Feeds.Reading;

/// <summary>Recognises a sitemap by its beginning, gzipped or not.</summary>
internal static class SitemapSniffer
{
    private const int BlockLength = 1024;
    private const int PackedBytesLookedAt = 64 * 1024;

    private static readonly Uri AnyUrl = new("http://localhost/");

    /// <summary>Whether the document is a sitemap, an index of sitemaps, or lines of addresses.</summary>
    public static bool IsSitemap(ReadOnlyMemory<byte> content) => content.Span is [0x1f, 0x8b, ..]
        ? IsList(Unpack(content))
        : IsList(content.Span);

    private static bool IsList(ReadOnlySpan<byte> content)
    {
        // Element names are ASCII and non-ASCII host names are UTF-8, so the encoding does not matter otherwise.
        Encoding encoding = WideForm(content)?.Encoding ?? WesternFallback.Utf8;
        ReadOnlySpan<byte> rest = content.StartsWith(Encoding.UTF8.Preamble)
            ? content[Encoding.UTF8.Preamble.Length..]
            : content;
        Span<char> block = stackalloc char[encoding.GetMaxCharCount(BlockLength)];
        Decoder decoder = encoding.GetDecoder();
        var scanner = new SitemapScanner(AnyUrl, new Queue<SitemapEntry>());
        for (int looked = 0;
            !rest.IsEmpty && scanner.IsSitemap is null && looked < FeedLimits.SniffedCharacters;
            looked += BlockLength)
        {
            ReadOnlySpan<byte> part = rest[..Math.Min(rest.Length, BlockLength)];
            rest = rest[part.Length..];
            ReadOnlySpan<char> chars = block[..decoder.GetChars(part, block, flush: false)];
            scanner.Take(chars is ['\ufeff', ..] ? chars[1..] : chars, isEnd: rest.IsEmpty);
        }

        return scanner.IsSitemap is true;
    }

    private static Charset? WideForm(ReadOnlySpan<byte> content) => content switch
    {
        [0xfe, 0xff, ..] => CharsetLabels.Utf16BigEndian,
        [0xff, 0xfe, ..] => CharsetLabels.Utf16LittleEndian,
        _ => Utf16Form.Detect(content),
    };

    private static ReadOnlySpan<byte> Unpack(ReadOnlyMemory<byte> content)
    {
        byte[] start = new byte[FeedLimits.SniffedCharacters];
        int length = 0;
        try
        {
            using var packed = new MemoryStream(content[..Math.Min(content.Length, PackedBytesLookedAt)].ToArray());
            using var stream = new GZipStream(packed, CompressionMode.Decompress);
            int read = -1;
            while (read != 0 && length < start.Length)
            {
                read = stream.Read(start, length, start.Length - length);
                length += read;
            }
        }
        catch (InvalidDataException)
        {
            // Damaged gzip from here on; what was unpacked before may be enough.
        }

        return start.AsSpan(0, length);
    }
}
