using System.Buffers.Binary;
using System.IO.Hashing;

namespace NewsDiff.Fetching.Http;

/// <summary>Tells by the end of a gzip file whether it is whole (RFC 1952, 2.3.1).</summary>
internal static class GzipTrailer
{
    private const int Length = 8;

    /// <summary>
    /// Whether a file closes with the length of its content or, when it has several members, with those of the last.
    /// </summary>
    /// <param name="packed">The file.</param>
    /// <param name="content">What it unpacks to.</param>
    public static bool Closes(ReadOnlySpan<byte> packed, ReadOnlySpan<byte> content)
    {
        if (packed.Length < Length)
        {
            return false;
        }

        ReadOnlySpan<byte> trailer = packed[^Length..];
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]);
        return length == content.Length
            || (length < content.Length
                && BinaryPrimitives.ReadUInt32LittleEndian(trailer) == Crc32.HashToUInt32(content[^(int)length..]));
    }
}
