using System.IO.Compression;
using System.Text;

namespace NewsDiff.Feeds.Reading;

/// <summary>Tells by its beginning whether a document is a sitemap, packed by gzip or not.</summary>
internal static class SitemapSniffer
{
    private const int BytesLookedAt = 2048;

    /// <summary>Whether the document is a sitemap or an index of sitemaps.</summary>
    public static bool IsSitemap(ReadOnlyMemory<byte> content) => content.Span switch
    {
        [0x1f, 0x8b, ..] => NamesRoot(Unpack(content)),
        _ => NamesRoot(content.Span[..Math.Min(content.Length, BytesLookedAt)]),
    };

    private static bool NamesRoot(ReadOnlySpan<byte> start)
    {
        string text = Encoding.Latin1.GetString(start);
        return text.Contains("<urlset", StringComparison.OrdinalIgnoreCase) || text.Contains("<sitemapindex", StringComparison.OrdinalIgnoreCase);
    }

    private static ReadOnlySpan<byte> Unpack(ReadOnlyMemory<byte> content)
    {
        byte[] start = new byte[BytesLookedAt];
        try
        {
            using var packed = new MemoryStream(content[..Math.Min(content.Length, BytesLookedAt)].ToArray());
            using var stream = new GZipStream(packed, CompressionMode.Decompress);
            return start.AsSpan(0, stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
        }
        catch (InvalidDataException)
        {
            // Cut off in the middle, or no gzip after all: what was unpacked before stands in the buffer.
            return start;
        }
    }
}
