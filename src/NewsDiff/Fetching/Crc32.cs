using System.Buffers.Binary;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsDiff.Fetching;

/// <summary>The checksum of gzip (RFC 1952, 8), 64 bytes at a time where the processor can, else eight.</summary>
/// <remarks>
/// Tables of Kounavis and Berry, "A Systematic Approach to Building High Performance CRC Generators" (2005); folding of Gopal and
/// others, "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ Instruction" (2009).
/// </remarks>
internal struct Crc32()
{
    private const uint Polynomial = 0xEDB88320;
    private const int FoldedBytes = 4 * 16;

    private static readonly uint[] Tables = MakeTables();

    private uint _state = uint.MaxValue;

    /// <summary>The checksum of what was added so far.</summary>
    public readonly uint Value => ~_state;

    /// <summary>Adds bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (Pclmulqdq.IsSupported && bytes.Length >= FoldedBytes)
        {
            int folded = bytes.Length - (bytes.Length % FoldedBytes);
            _state = Fold(_state, bytes[..folded]);
            bytes = bytes[folded..];
        }

        _state = Add(_state, bytes);
    }

    private static uint Add(uint state, ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<uint> tables = Tables;
        while (bytes.Length >= 8)
        {
            uint low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ state;
            uint high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            state = tables[0x700 + (int)(low & 0xFF)] ^ tables[0x600 + (int)((low >> 8) & 0xFF)]
                ^ tables[0x500 + (int)((low >> 16) & 0xFF)] ^ tables[0x400 + (int)(low >> 24)]
                ^ tables[0x300 + (int)(high & 0xFF)] ^ tables[0x200 + (int)((high >> 8) & 0xFF)]
                ^ tables[0x100 + (int)((high >> 16) & 0xFF)] ^ tables[(int)(high >> 24)];
            bytes = bytes[8..];
        }

        foreach (byte next in bytes)
        {
            state = tables[(int)((state ^ next) & 0xFF)] ^ (state >> 8);
        }

        return state;
    }

    /// <summary>Folds bytes, a multiple of 64, into 16 that have the same checksum.</summary>
    private static uint Fold(uint state, ReadOnlySpan<byte> bytes)
    {
        // Powers of x, 512 and 128 bits ahead, modulo the polynomial.
        var by512 = Vector128.Create(0x1_5444_2BD4UL, 0x1_C6E4_1596UL);
        var by128 = Vector128.Create(0x1_7519_97D0UL, 0x0_CCAA_009EUL);
        Vector128<ulong> first = Load(bytes) ^ Vector128.CreateScalar((ulong)state);
        Vector128<ulong> second = Load(bytes[16..]);
        Vector128<ulong> third = Load(bytes[32..]);
        Vector128<ulong> fourth = Load(bytes[48..]);
        for (bytes = bytes[FoldedBytes..]; bytes.Length >= FoldedBytes; bytes = bytes[FoldedBytes..])
        {
            first = Multiply(first, by512) ^ Load(bytes);
            second = Multiply(second, by512) ^ Load(bytes[16..]);
            third = Multiply(third, by512) ^ Load(bytes[32..]);
            fourth = Multiply(fourth, by512) ^ Load(bytes[48..]);
        }

        Vector128<ulong> all = Multiply(Multiply(Multiply(first, by128) ^ second, by128) ^ third, by128) ^ fourth;
        Span<byte> rest = stackalloc byte[16];
        all.AsByte().CopyTo(rest);
        return Add(0, rest);
    }

    private static Vector128<ulong> Load(ReadOnlySpan<byte> bytes) => Vector128.Create(bytes).AsUInt64();

    private static Vector128<ulong> Multiply(Vector128<ulong> value, Vector128<ulong> power) =>
        Pclmulqdq.CarrylessMultiply(value, power, 0x00) ^ Pclmulqdq.CarrylessMultiply(value, power, 0x11);

    private static uint[] MakeTables()
    {
        uint[] tables = new uint[8 * 256];
        for (uint i = 0; i < 256; i++)
        {
            uint value = i;
            for (int bit = 0; bit < 8; bit++)
            {
                value = (value >> 1) ^ ((value & 1) * Polynomial);
            }

            tables[i] = value;
        }

        for (int i = 256; i < tables.Length; i++)
        {
            uint previous = tables[i - 256];
            tables[i] = tables[previous & 0xFF] ^ (previous >> 8);
        }

        return tables;
    }
}
