using NewsDiff.Fetching.Http;

namespace NewsDiff.Archives;

/// <summary>The content of captures, with its compression undone.</summary>
internal static class CaptureContent
{
    /// <summary>The largest content that is held in memory, in bytes.</summary>
    public const int MaxBytes = ArchiveLimits.ContentBytes;

    private const int MaxCodings = ArchiveLimits.ContentCodings;

    /// <summary>Undoes the compression of a capture's body.</summary>
    /// <returns>The content; null when it cannot be undone or is too large.</returns>
    public static byte[]? Decode(Capture capture) => Decode(capture.Body.ToArray(), capture.Find("Content-Encoding"));

    /// <summary>Undoes the compression of a body.</summary>
    /// <returns>The content; null when it cannot be undone or is too large.</returns>
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
