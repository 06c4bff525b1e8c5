using NewsDiff.Fetching.Http;

namespace NewsDiff.Archives;

/// <summary>Decompresses the content of captures.</summary>
internal static class CaptureContent
{
    /// <summary>The largest content that is held in memory, in bytes.</summary>
    public const int MaxBytes = ArchiveLimits.ContentBytes;

    private const int MaxCodings = ArchiveLimits.ContentCodings;

    /// <summary>Decompresses a capture's body.</summary>
    /// <returns>The content; null when it cannot be decompressed or is too large.</returns>
    public static byte[]? Decode(Capture capture) => Decode(capture.Body.ToArray(), capture.Find("Content-Encoding"));

    /// <summary>Decompresses a body.</summary>
    /// <returns>The content; null when it cannot be decompressed or is too large.</returns>
    public static byte[]? Decode(byte[] body, string? coding)
    {
        try
        {
            return ContentCoding.IsKnown(coding, MaxCodings) ? ContentCoding.Decode(body, coding, MaxBytes) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>The hash of the page, or null when it cannot be read.</summary>
    public static string? HashOf(Capture capture) => Decode(capture) is { } content ? PageHash.Compute(content) : null;
}
