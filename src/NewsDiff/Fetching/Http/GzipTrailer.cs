using System.Buffers.Binary;
using System.IO.Hashing;

namespace NewsDiff.Fetching.Http;

/// <summary>Decides by its end whether a gzip file is complete (RFC 1952, 2.3.1).</summary>
internal static class GzipTrailer
{
    private const int Length = 8;

    /// <summary>Whether a file ends with the length of its content, or its last member's.</summary>
    /// <remarks>A file may have several members; the length is then checked against the checksum.</remarks>
    /// <param name="packed">The file.</param>
    /// <param name="content">Its unpacked content.</param>
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
