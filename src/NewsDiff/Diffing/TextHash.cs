using System.Runtime.InteropServices;

namespace NewsDiff.Diffing;

/// <summary>A quick hash of a stretch of text: multiply and fold, eight characters at a time. Never the sole ground of equality.</summary>
internal static class TextHash
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;
    private const ulong OtherMultiplier = 0xD6E8FEB86659FD93;

    internal static uint Of(ReadOnlySpan<char> text)
    {
        const int Step = 2 * sizeof(ulong);
        ulong hash = (ulong)text.Length * Multiplier;
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(text);
        if (bytes.Length >= Step)
        {
            // The last eight characters are read as one, overlapping those before where the length does not divide.
            ReadOnlySpan<byte> last = bytes[^Step..];
            for (; bytes.Length > Step; bytes = bytes[Step..])
            {
                hash ^= Mix(First(bytes) ^ Multiplier, Second(bytes) ^ hash);
            }

            return (uint)Mix(First(last) ^ hash, Second(last) ^ OtherMultiplier);
        }

        Span<char> padded = stackalloc char[Step / sizeof(char)];
        padded.Clear();
        text.CopyTo(padded);
        ReadOnlySpan<byte> all = MemoryMarshal.AsBytes(padded);
        return (uint)Mix(First(all) ^ hash, Second(all) ^ OtherMultiplier);
    }

    /// <summary>Mixes two values into one: both halves of their product, folded.</summary>
    internal static ulong Mix(ulong left, ulong right)
    {
        ulong high = Math.BigMul(left, right, out ulong low);
        return high ^ low;
    }

    private static ulong First(ReadOnlySpan<byte> bytes) => MemoryMarshal.Read<ulong>(bytes);

    private static ulong Second(ReadOnlySpan<byte> bytes) => MemoryMarshal.Read<ulong>(bytes[sizeof(ulong)..]);
}
