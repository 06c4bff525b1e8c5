using System.Runtime.InteropServices;

namespace NewsDiff.Diffing;

/// <summary>A quick hash of a stretch of text: multiply and fold, four characters at a time. Never the sole ground of equality.</summary>
internal static class TextHash
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    internal static uint Of(ReadOnlySpan<char> text)
    {
        ulong hash = (ulong)text.Length * Multiplier;
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(text);
        if (bytes.Length >= sizeof(ulong))
        {
            ulong last = MemoryMarshal.Read<ulong>(bytes[^sizeof(ulong)..]);
            for (; bytes.Length > sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            {
                hash = Mix(hash ^ MemoryMarshal.Read<ulong>(bytes));
            }

            return (uint)Mix(hash ^ last);
        }

        ulong rest = 0;
        foreach (char c in text)
        {
            rest = (rest << 16) | c;
        }

        return (uint)Mix(hash ^ rest);
    }

    private static ulong Mix(ulong value)
    {
        ulong high = Math.BigMul(value, Multiplier, out ulong low);
        return high ^ low;
    }
}
