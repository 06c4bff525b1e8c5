using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace NewsDiff.Archives;

/// <summary>Names of 16 bytes for texts of any length; they keep large indexes small.</summary>
internal static class ShortName
{
    /// <summary>The first half of a text's SHA-256.</summary>
    /// <remarks>Nobody can construct two texts with the same name.</remarks>
    public static UInt128 Of(string text)
    {
        byte[] bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)), hash);
        ArrayPool<byte>.Shared.Return(bytes);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
