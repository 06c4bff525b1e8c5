using System.Globalization;

namespace NewsDiff.Text;

/// <summary>Recognises UTF-16 without a byte order mark.</summary>
/// <remarks>Its bytes include zeros, and its pairs make sense in one order only.</remarks>
internal static class Utf16Form
{
    private const int SampleLength = 1024;

    /// <summary>The divisor for the smallest share of control codes in UTF-16.</summary>
    /// <remarks>Text in other encodings has almost none.</remarks>
    private const int BytesPerControl = 100;

    /// <summary>The divisor for the largest share of invalid pairs.</summary>
    private const int PairsPerFault = 50;

    /// <summary>The divisor for the smallest share of pairs of ASCII: markup, digits, spaces.</summary>
    private const int PairsPerAscii = 50;

    /// <summary>The minimum number of pairs of ASCII; fewer may be stray zeros in another text.</summary>
    private const int LeastAscii = 4;

    /// <summary>The maximum number of bits for a pair; bytes in the wrong order take more.</summary>
    private const int MostBits = 18;

    private const int Fault = 60;

    /// <summary>Finds the UTF-16 encoding of a text.</summary>
    /// <param name="content">The bytes.</param>
    /// <returns>The encoding, or null when the text is not UTF-16.</returns>
    public static Charset? Detect(ReadOnlySpan<byte> content)
    {
        ReadOnlySpan<byte> sample = content[..Math.Min(content.Length, SampleLength)];
        if (!sample.Contains((byte)0))
        {
            return null;
        }

        int controls = 0;
        foreach (byte value in sample)
        {
            controls += value < ' ' && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r') ? 1 : 0;
        }

        if (controls * BytesPerControl < sample.Length)
        {
            return null;
        }

        int little = Weigh(sample, first: 0);
        int big = Weigh(sample, first: 1);
        return Math.Min(little, big) > sample.Length / 2 * MostBits ? null
            : little < big ? CharsetLabels.Utf16LittleEndian
            : big < little ? CharsetLabels.Utf16BigEndian
            : null;
    }

    /// <summary>The approximate bits of a text in one byte order; the maximum without any text.</summary>
    private static int Weigh(ReadOnlySpan<byte> sample, int first)
    {
        int bits = 0;
        int faults = 0;
        int ascii = 0;
        char before = ' ';
        for (int i = 0; i + 1 < sample.Length; i += 2)
        {
            char c = (char)(sample[i + first] | (sample[i + 1 - first] << 8));
            int own = Bits(c, before);
            faults += own == Fault ? 1 : 0;
            ascii += char.IsAscii(c) ? 1 : 0;
            bits += own;
            before = c;
        }

        bool isText = faults * PairsPerFault <= sample.Length / 2
            && ascii >= LeastAscii
            && ascii * PairsPerAscii >= sample.Length / 2;
        return isText ? bits : int.MaxValue;
    }

    private static int Bits(char c, char before) => c switch
    {
        '\t' or '\n' or '\r' or (>= ' ' and <= '~') => 6,
        < '\u00a0' => Fault,
        < '\u0700' or (>= '\u2010' and <= '\u2026') or (>= '\u3000' and < '\u3100') or (>= '\uff01' and <= '\uff65') =>
            8,
        >= '\u3400' and < '\u4e00' => 20,
        (>= '\u0900' and < '\u0e80') or (>= '\u4e00' and < '\ua000') or (>= '\uac00' and < '\ud7a4') => 12,
        _ when char.IsLowSurrogate(c) => char.IsHighSurrogate(before) ? 12 : Fault,
        _ when char.IsHighSurrogate(c) => 12,
        _ =>
            CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse
                ? Fault
                : 20,
    };
}
