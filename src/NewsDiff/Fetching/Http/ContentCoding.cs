using System.Collections.Frozen;
using System.IO.Compression;
using NewsDiff.Text;

namespace NewsDiff.Fetching.Http;

/// <summary>Decompresses a body, counting its bytes.</summary>
internal static class ContentCoding
{
    /// <summary>The <c>Accept-Encoding</c> header.</summary>
    public const string Accepted = "gzip, deflate, br";

    private static readonly FrozenSet<string> Known =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "gzip", "x-gzip", "deflate", "br");

    /// <summary>The values that mean no compression.</summary>
    /// <remarks>Some servers put a charset or a transfer encoding of mail here.</remarks>
    private static readonly FrozenSet<string> Nothings =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "identity", "none", "7bit", "8bit", "binary");

    /// <summary>Whether a <c>Content-Encoding</c> can be undone.</summary>
    /// <param name="coding">The header, or null.</param>
    /// <param name="maximumLayers">The maximum number of codings, one over the other.</param>
    public static bool IsKnown(string? coding, int maximumLayers)
    {
        string[] layers = Layers(coding);
        return layers.Length <= maximumLayers && layers.All(static layer => Known.Contains(layer));
    }

    /// <summary>Whether a <c>Content-Encoding</c> means no compression.</summary>
    /// <param name="coding">The header, or null.</param>
    public static bool IsNone(string? coding) => Layers(coding).Length == 0;

    /// <summary>Undoes a coding.</summary>
    /// <param name="body">The body as received.</param>
    /// <param name="coding">The <c>Content-Encoding</c>, a known one.</param>
    /// <param name="maximumBytes">The limit of every layer.</param>
    /// <returns>The content; null when it exceeds the limit.</returns>
    /// <exception cref="InvalidDataException">The body is broken.</exception>
    public static byte[]? Decode(byte[] body, string? coding, int maximumBytes)
    {
        byte[]? content = body;
        foreach (string layer in Layers(coding).Reverse())
        {
            if (content is not { Length: > 0 })
            {
                break;
            }

            content = DecodeLayer(content, layer, maximumBytes);
        }

        return content;
    }

    private static string[] Layers(string? coding) =>
        [.. (coding ?? "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(static layer => !Nothings.Contains(layer) && CharsetLabels.Find(layer) is null)];

    private static byte[]? DecodeLayer(byte[] packed, string layer, int maximumBytes)
    {
        bool isGzip = layer.EndsWith("gzip", StringComparison.OrdinalIgnoreCase);
        using var source = new WatchedStream(packed);
        using Stream stream = isGzip ? new GZipStream(source, CompressionMode.Decompress) : Open(source, packed, layer);
        byte[]? content = Read(stream, maximumBytes);

        // The platform treats a truncated stream as complete. The other codings stop reading at their end; gzip looks
        // for another member, but each member ends with a trailer.
        bool isBroken = content is not null && (isGzip ? !GzipTrailer.Closes(packed, content) : source.WasExhausted);
        return isBroken ? throw new InvalidDataException("The compressed content is truncated.") : content;
    }

    private static byte[]? Read(Stream stream, int maximumBytes)
    {
        try
        {
            return BoundedStream.Read(stream, maximumBytes);
        }
        catch (InvalidOperationException fault)
        {
            // For a broken body, Brotli throws another exception.
            throw new InvalidDataException(fault.Message, fault);
        }
    }

    private static Stream Open(Stream source, byte[] packed, string layer)
    {
        if (layer.Equals("br", StringComparison.OrdinalIgnoreCase))
        {
            return new BrotliStream(source, CompressionMode.Decompress);
        }

        return HasZlibHeader(packed)
            ? new ZLibStream(source, CompressionMode.Decompress)
            : new DeflateStream(source, CompressionMode.Decompress);
    }

    // "deflate" means zlib (RFC 9110, 8.4.1.2), but some servers send the bare stream.
    private static bool HasZlibHeader(byte[] content) =>
        content.Length > 1 && (content[0] & 0x0f) == 8 && ((content[0] << 8) | content[1]) % 31 == 0;
}
