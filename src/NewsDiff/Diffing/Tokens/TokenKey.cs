using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsDiff.Diffing.Tokens;

/// <summary>Sixteen bytes that represent a token: its characters, or where its text is kept.</summary>
/// <remarks>
/// The last byte says what the others are, so that packed bytes, packed characters and texts are never confused: it is
/// 0 for packed bytes, none of which is 0 itself. Bytes are in little-endian order.
/// </remarks>
internal readonly struct TokenKey
{
    /// <summary>How many characters are read at once, from the first of a token.</summary>
    internal const int Window = 16;

    /// <summary>The most characters of a token that a key can contain as bytes.</summary>
    internal const int MostPacked = 15;

    /// <summary>The most characters of any other token that a key can contain.</summary>
    internal const int MostCharacters = 7;

    private const int LastByte = 56;
    private const ulong Characters = 0x40UL << LastByte;
    private const ulong Text = 0x80UL << LastByte;

    // Multiply-shift (Dietzfelbinger et al. 1997): the high bits are the good ones. The factors differ from process to
    // process, so that no text can be constructed whose words all collide; ids follow the order of the text, never the
    // table's.
    private static readonly ulong LowFactor = TextHash.RandomFactor();
    private static readonly ulong HighFactor = TextHash.RandomFactor();

    private readonly ulong _low;
    private readonly ulong _high;

    private TokenKey(ulong low, ulong high)
    {
        _low = low;
        _high = high;
    }

    /// <summary>A hash of the packed characters.</summary>
    internal ulong PackedHash
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (_low * LowFactor) + (_high * HighFactor);
    }

    /// <summary>A hash that does not depend on where the text is kept.</summary>
    internal ulong Hash => IsText ? (_low * LowFactor) + (Text * HighFactor) : PackedHash;

    private static ReadOnlySpan<byte> Kept =>
    [
        0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    internal bool IsText => _high >= Text;

    /// <summary>Where the text is kept.</summary>
    internal int TextStart => (int)_high;

    /// <summary>Whether a character is kept as a byte: in ASCII, a dash or a quotation mark.</summary>
    /// <remarks>The low bytes of U+2010 to U+201F are those of control characters, which are not kept so.</remarks>
    internal static bool CanPack(char c) => c is >= ' ' and < '\u007F' or >= '\u2010' and <= '\u201F';

    /// <summary>The key of up to <see cref="MostPacked"/> packed characters. It reads the memory of sixteen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TokenKey OfPacked(ref char place, int length)
    {
        ref ushort first = ref Unsafe.As<char, ushort>(ref place);
        Vector128<byte> bytes = Avx512BW.VL.IsSupported
            ? Avx512BW.VL.ConvertToVector128Byte(Vector256.LoadUnsafe(ref first))
            : Vector128.Narrow(
                Vector128.LoadUnsafe(ref first), Vector128.LoadUnsafe(ref first, (nuint)Vector128<ushort>.Count));
        Vector128<ulong> kept = (bytes & Vector128.LoadUnsafe(
            ref MemoryMarshal.GetReference(Kept), (nuint)(Window - length))).AsUInt64();
        return new TokenKey(kept.ToScalar(), kept.GetElement(1));
    }

    /// <summary>The key of up to <see cref="MostCharacters"/> other characters. It reads eight.</summary>
    internal static TokenKey OfCharacters(ref char place, int length)
    {
        ref byte first = ref Unsafe.As<char, byte>(ref place);
        ulong low = Unsafe.ReadUnaligned<ulong>(ref first);
        ulong high = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, sizeof(ulong)));
        int unused = 16 * (8 - length);
        (low, high) = unused < 64
            ? (low, high & (ulong.MaxValue >> unused))
            : (low & (ulong.MaxValue >> (unused - 64)), 0);
        return new TokenKey(low, high | Characters | ((ulong)length << LastByte));
    }

    /// <summary>The key of a token's text.</summary>
    /// <remarks>
    /// If the token is too long to pack, the key has no place of the text yet; <see cref="KeptAt"/> adds it.
    /// </remarks>
    internal static TokenKey Of(ReadOnlySpan<char> token)
    {
        if (token.Length <= MostPacked)
        {
            Span<char> characters = stackalloc char[Window];
            token.CopyTo(characters);
            if (AreAllPacked(token))
            {
                return OfPacked(ref characters[0], token.Length);
            }

            if (token.Length <= MostCharacters)
            {
                return OfCharacters(ref characters[0], token.Length);
            }
        }

        return new TokenKey(TextHash.Of(token) | ((ulong)token.Length << 32), Text);
    }

    private static bool AreAllPacked(ReadOnlySpan<char> token)
    {
        foreach (char c in token)
        {
            if (!CanPack(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The key of the same text at the place where it is kept.</summary>
    internal TokenKey KeptAt(int start) => new(_low, Text | (uint)start);

    /// <summary>Whether two keys are of the same packed token; <see cref="MayEqual"/> compares texts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsSamePacked(in TokenKey other) => ((_low ^ other._low) | (_high ^ other._high)) == 0;

    /// <summary>Whether two texts have the same length and hash.</summary>
    internal bool MayEqual(TokenKey other) => _low == other._low && IsText && other.IsText;
}
