using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NewsDiff.Diffing;

/// <summary>Sixty-four characters of a text as bits: which are letters or digits of ASCII, and which are spaces.</summary>
/// <remarks>The borders of a dozen words become known at once, so that no word waits for the end of the one before it.</remarks>
internal readonly struct AsciiBlock
{
    internal const int Size = 64;

    private const int Half = Size / 2;

    private AsciiBlock(ulong words, ulong spaces)
    {
        Words = words;
        Spaces = spaces;
    }

    /// <summary>The letters and digits; the first character is the lowest bit.</summary>
    internal ulong Words { get; }

    /// <summary>The spaces (U+0020).</summary>
    internal ulong Spaces { get; }

    /// <summary>The places where something else than a space begins: words, and all that is neither.</summary>
    internal ulong Starts => (Words & ~(Words << 1)) | ~(Words | Spaces);

    /// <summary>Reads the characters from a place on, after which there must be as many.</summary>
    internal static AsciiBlock Read(ref char place)
    {
        Vector256<byte> first = Load(ref place);
        Vector256<byte> second = Load(ref Unsafe.Add(ref place, Half));
        return new AsciiBlock(
            FindWords(first) | ((ulong)FindWords(second) << Half), FindSpaces(first) | ((ulong)FindSpaces(second) << Half));
    }

    private static Vector256<byte> Load(ref char place)
    {
        ref ushort first = ref Unsafe.As<char, ushort>(ref place);
        return Vector256.NarrowWithSaturation(
            Vector256.LoadUnsafe(ref first), Vector256.LoadUnsafe(ref first, (nuint)Vector256<ushort>.Count));
    }

    private static uint FindWords(Vector256<byte> bytes)
    {
        Vector256<byte> letters = Vector256.LessThanOrEqual(
            (bytes | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a'), Vector256.Create((byte)('z' - 'a')));
        Vector256<byte> digits = Vector256.LessThanOrEqual(bytes - Vector256.Create((byte)'0'), Vector256.Create((byte)9));
        return (letters | digits).ExtractMostSignificantBits();
    }

    private static uint FindSpaces(Vector256<byte> bytes) =>
        Vector256.Equals(bytes, Vector256.Create((byte)' ')).ExtractMostSignificantBits();
}
