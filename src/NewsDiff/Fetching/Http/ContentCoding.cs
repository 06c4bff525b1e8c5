using System.Collections.Frozen;
using System.IO.Compression;
using NewsDiff.Text;

namespace NewsDiff.Fetching.Http;

/// <summary>Decompresses a body, counting its bytes.</summary>
internal static class ContentCoding
{
    /// <summary>The <c>Accept-Encoding</c> header.</summary>
    public const string Accepted = "gzip, deflate, br";

    /// <summary>The name of gzip.</summary>
    public const string Gzip = "gzip";

    private static readonly FrozenSet<string> Known =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, Gzip, "x-gzip", "deflate", "br");

    /// <summary>The values that mean no compression.</summary>
    /// <remarks>
    /// Some servers put a charset or a transfer encoding of mail here, or what a file was uploaded with.
    /// </remarks>
    private static readonly FrozenSet<string> Nothings = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "identity", "none", "7bit", "8bit", "binary", "aws-chunked");

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

    /// <summary>Undoes one coding; what the bytes prove counts more than its name.</summary>
    private static byte[]? DecodeLayer(byte[] packed, string layer, int maximumBytes)
    {
        bool isBrotli = layer.Equals("br", StringComparison.OrdinalIgnoreCase);
        bool isSure = !isBrotli && (PackedForm.IsGzip(packed) || PackedForm.IsZlib(packed));
        if (!isSure && layer.EndsWith(Gzip, StringComparison.OrdinalIgnoreCase))
        {
            return PackedForm.IsText(packed) ? packed : throw new InvalidDataException("The content is not gzip.");
        }

        try
        {
            return isBrotli
                ? Read(packed, static source => new BrotliStream(source, CompressionMode.Decompress), maximumBytes)
                : Unpack(packed, maximumBytes);
        }
        catch (InvalidDataException) when (isBrotli && PackedForm.IsGzip(packed))
        {
            return Unpack(packed, maximumBytes);
        }
        catch (InvalidDataException) when (PackedForm.IsText(packed))
        {
            // It was never compressed.
            return packed;
        }
    }

    // "deflate" means zlib (RFC 9110, 8.4.1.2), but some servers send the bare stream.
    private static byte[]? Unpack(byte[] packed, int maximumBytes) =>
        PackedForm.IsGzip(packed) ? UnpackGzip(packed, maximumBytes)
        : PackedForm.IsZlib(packed)
        ? Read(packed, static source => new ZLibStream(source, CompressionMode.Decompress), maximumBytes)
        : Read(packed, static source => new DeflateStream(source, CompressionMode.Decompress), maximumBytes);

    // The platform treats a truncated stream as complete. Gzip looks for another member, but each ends with a trailer.
    private static byte[]? UnpackGzip(byte[] packed, int maximumBytes)
    {
        using var stream = new GZipStream(new MemoryStream(packed, writable: false), CompressionMode.Decompress);
        byte[]? content = BoundedStream.Read(stream, maximumBytes);
        return content is null || GzipTrailer.Closes(packed, content) ? content : throw Truncated();
    }

    // The other codings stop reading at their end.
    private static byte[]? Read(byte[] packed, Func<Stream, Stream> open, int maximumBytes)
    {
        using var source = new WatchedStream(packed);
        using Stream stream = open(source);
        try
        {
            byte[]? content = BoundedStream.Read(stream, maximumBytes);
            return content is null || !source.WasExhausted ? content : throw Truncated();
        }
        catch (InvalidOperationException fault)
        {
            // For a broken body, Brotli throws another exception.
            throw new InvalidDataException(fault.Message, fault);
        }
    }

    private static InvalidDataException Truncated() => new("The compressed content is truncated.");
}
