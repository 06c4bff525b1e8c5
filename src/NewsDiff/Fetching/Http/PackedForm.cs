using System.Buffers;
using System.Text.Unicode;

namespace NewsDiff.Fetching.Http;

/// <summary>Recognises compression by the bytes of a content, whatever its headers say.</summary>
internal static class PackedForm
{
    private const int BytesLookedAt = 1024;

    /// <summary>The control characters that no text has.</summary>
    /// <remarks>Japanese mail encodings have the escape.</remarks>
    private static readonly SearchValues<byte> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(static c => (byte)c).Except("\t\n\f\r\u001b"u8.ToArray())]);

    /// <summary>Whether a content begins like gzip.</summary>
    public static bool IsGzip(ReadOnlySpan<byte> content) => content is [0x1f, 0x8b, 8, ..];

    /// <summary>Whether a content begins like zlib.</summary>
    public static bool IsZlib(ReadOnlySpan<byte> content) =>
        content.Length > 1 && (content[0] & 0x0f) == 8 && ((content[0] << 8) | content[1]) % 31 == 0;

    /// <summary>Whether a content is text, so that it cannot be compressed.</summary>
    public static bool IsText(ReadOnlySpan<byte> content)
    {
        if (content is [0xfe, 0xff, ..] or [0xff, 0xfe, ..])
        {
            return true;
        }

        ReadOnlySpan<byte> start = content[..Math.Min(content.Length, BytesLookedAt)];
        return !start.ContainsAny(Controls)
            && (start.TrimStart(" \t\r\n"u8) is [(byte)'<' or (byte)'{', ..] || Utf8.IsValid(content));
    }
}
