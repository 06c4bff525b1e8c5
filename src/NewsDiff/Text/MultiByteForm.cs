namespace NewsDiff.Text;

/// <summary>Which bytes may follow each other in East Asian encodings, by the Encoding Standard.</summary>
internal static class MultiByteForm
{
    /// <summary>Whether an encoding is one of the multi-byte encodings.</summary>
    /// <param name="charset">The name of the encoding.</param>
    public static bool Knows(string charset) =>
        charset is "shift_jis" or "euc-jp" or "euc-kr" or "gbk" or "gb18030" or "big5";

    /// <summary>Counts the bytes that are part of no character of an encoding.</summary>
    /// <param name="charset">The name of the encoding.</param>
    /// <param name="sample">The bytes; a truncated last character is not a fault.</param>
    public static int CountFaults(string charset, ReadOnlySpan<byte> sample)
    {
        int faults = 0;
        for (int i = 0; i < sample.Length;)
        {
            if (sample[i] < 0x80)
            {
                i++;
                continue;
            }

            int length = charset switch
            {
                "shift_jis" => ShiftJis(sample[i..]),
                "euc-jp" => EucJp(sample[i..]),
                "euc-kr" => EucKr(sample[i..]),
                "gbk" or "gb18030" => Gb18030(sample[i..]),
                "big5" => TwoBytes(sample[i..], static trail => trail is >= 0x40 and <= 0x7e or >= 0xa1 and <= 0xfe),
                _ => 1,
            };
            faults += length == 0 && i + 1 < sample.Length ? 1 : 0;
            i += Math.Max(length, 1);
        }

        return faults;
    }

    private static int ShiftJis(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [>= 0xa1 and <= 0xdf, ..] => 1,
        [>= 0x81 and <= 0x9f or >= 0xe0 and <= 0xfc, >= 0x40 and <= 0x7e or >= 0x80 and <= 0xfc, ..] => 2,
        _ => 0,
    };

    private static int EucJp(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x8e, >= 0xa1 and <= 0xdf, ..] => 2,
        [0x8f, >= 0xa1 and <= 0xfe, >= 0xa1 and <= 0xfe, ..] => 3,
        [>= 0xa1 and <= 0xfe, >= 0xa1 and <= 0xfe, ..] => 2,
        _ => 0,
    };

    // The syllables that were added to the Korean standard begin with at most C6; all else has two high bytes.
    private static int EucKr(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [>= 0x81 and <= 0xc6, >= 0x41 and <= 0x5a or >= 0x61 and <= 0x7a or >= 0x81 and <= 0xa0, ..] => 2,
        [>= 0xa1 and <= 0xfe, >= 0xa1 and <= 0xfe, ..] or [>= 0x81 and <= 0xa0, >= 0xa1 and <= 0xfe, ..] => 2,
        _ => 0,
    };

    private static int Gb18030(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [>= 0x81 and <= 0xfe, >= 0x30 and <= 0x39, >= 0x81 and <= 0xfe, >= 0x30 and <= 0x39, ..] => 4,
        _ => TwoBytes(bytes, static trail => trail is >= 0x40 and <= 0x7e or >= 0x80 and <= 0xfe),
    };

    private static int TwoBytes(ReadOnlySpan<byte> bytes, Func<byte, bool> isTrail) =>
        bytes is [>= 0x81 and <= 0xfe, var trail, ..] && isTrail(trail) ? 2 : 0;
}
