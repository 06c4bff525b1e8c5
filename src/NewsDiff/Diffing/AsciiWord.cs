using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsDiff.Diffing;

/// <summary>A word of up to sixteen characters of ASCII, packed into one vector: its own key, without a hash of its characters.</summary>
internal readonly struct AsciiWord
{
    /// <summary>How many characters are read at once, and may be read behind the word.</summary>
    internal const int Window = 16;

    private AsciiWord(Vector128<byte> key, int length)
    {
        Key = key;
        Length = length;
    }

    private static ReadOnlySpan<byte> Kept =>
    [
        0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    /// <summary>The characters as bytes, with zeros behind them.</summary>
    internal Vector128<byte> Key { get; }

    /// <summary>How many there are.</summary>
    internal int Length { get; }

    /// <summary>Packs the word of a known length at a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static AsciiWord Pack(ref char place, int length) => Cut(Load(ref place), length);

    /// <summary>Reads a word with the apostrophes between its letters and the separators between its digits: don't, 1,200, 2019-20, 10:30.</summary>
    internal static AsciiWord ReadJoined(ref char place)
    {
        Vector128<byte> bytes = Load(ref place);
        uint letters = Vector128.LessThanOrEqual(
            (bytes | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a'), Vector128.Create((byte)('z' - 'a'))).ExtractMostSignificantBits();
        uint digits = Vector128.LessThanOrEqual(bytes - Vector128.Create((byte)'0'), Vector128.Create((byte)9)).ExtractMostSignificantBits();
        uint apostrophes = Vector128.Equals(bytes, Vector128.Create((byte)'\'')).ExtractMostSignificantBits();
        Vector128<byte> commaToSlash = Vector128.LessThanOrEqual(bytes - Vector128.Create((byte)','), Vector128.Create((byte)('/' - ',')));
        uint separators = (commaToSlash | Vector128.Equals(bytes, Vector128.Create((byte)':'))).ExtractMostSignificantBits();
        uint joined = (apostrophes & (letters << 1) & (letters >> 1)) | (separators & (digits << 1) & (digits >> 1));
        return Cut(bytes, BitOperations.TrailingZeroCount(~(letters | digits | joined)));
    }

    private static Vector128<byte> Load(ref char place)
    {
        ref ushort first = ref Unsafe.As<char, ushort>(ref place);
        return Vector128.NarrowWithSaturation(
            Vector128.LoadUnsafe(ref first), Vector128.LoadUnsafe(ref first, (nuint)Vector128<ushort>.Count));
    }

    private static AsciiWord Cut(Vector128<byte> bytes, int length) =>
        new(bytes & Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(Kept), (nuint)(Window - length)), length);
}
