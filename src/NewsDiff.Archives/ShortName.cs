using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace NewsDiff.Archives;

/// <summary>Names of 16 bytes for texts of any length, so that large indexes need not keep the texts.</summary>
internal static class ShortName
{
    /// <summary>
    /// The name of a text: the first half of its SHA-256, so that nobody can make two texts of one name.
    /// </summary>
    public static UInt128 Of(string text)
    {
        byte[] bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)), hash);
        ArrayPool<byte>.Shared.Return(bytes);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
