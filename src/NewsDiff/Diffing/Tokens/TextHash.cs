using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsDiff.Diffing.Tokens;

/// <summary>A quick hash of a stretch of text. Equal hashes do not prove equality.</summary>
/// <remarks>
/// Multilinear hashing (Carter and Wegman 1979): four characters at a time, multiplied by a factor for their place, and
/// summed. The factors differ from process to process, so that no text can be constructed whose lines or words all
/// collide. Nothing may depend on the order of hashes.
/// </remarks>
internal static class TextHash
{
    private const int CharactersPerWord = sizeof(ulong) / sizeof(char);
    private const int BlockLength = 64 * CharactersPerWord;

    private static readonly ulong LastFactor = RandomFactor();
    private static readonly ulong BlockFactor = RandomFactor();
    private static readonly ulong[] Factors = RandomFactors(BlockLength / CharactersPerWord);

    internal static uint Of(ReadOnlySpan<char> text)
    {
        ulong hash = (ulong)text.Length * LastFactor;
        for (; text.Length > BlockLength; text = text[BlockLength..])
        {
            hash = (hash + Sum(text[..BlockLength])) * BlockFactor;
            hash ^= hash >> 32;
        }

        return (uint)((hash + Sum(text) + (LastWord(text) * LastFactor)) >> 32);
    }

    /// <summary>An unpredictable odd number.</summary>
    /// <remarks>
    /// The bits of a random Guid are as unpredictable as those of <c>RandomNumberGenerator</c>, which takes ten
    /// milliseconds to start.
    /// </remarks>
    internal static ulong RandomFactor()
    {
        Span<ulong> halves = stackalloc ulong[2];
        Unsafe.WriteUnaligned(ref Unsafe.As<ulong, byte>(ref halves[0]), Guid.NewGuid());

        // Six bits of a Guid are fixed. After the rotation, each of them meets a random bit of the other half.
        return (halves[0] ^ BitOperations.RotateLeft(halves[1], 32)) | 1;
    }

    private static ulong[] RandomFactors(int count)
    {
        ulong[] factors = new ulong[count];
        for (int i = 0; i < count; i++)
        {
            factors[i] = RandomFactor();
        }

        return factors;
    }

    private static ulong Sum(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<char, ulong>(text);
        ReadOnlySpan<ulong> factors = Factors.AsSpan(0, words.Length);
        ulong sum = 0;
        for (int i = 0; i < words.Length; i++)
        {
            sum += words[i] * factors[i];
        }

        return sum;
    }

    // The last four characters. Some or all of them were summed up already.
    private static ulong LastWord(ReadOnlySpan<char> text) => text.Length switch
    {
        0 => 0,
        1 => text[0],
        2 => ((ulong)text[1] << 16) | text[0],
        3 => ((ulong)text[2] << 32) | ((ulong)text[1] << 16) | text[0],
        _ => MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text[^CharactersPerWord..])),
    };
}
