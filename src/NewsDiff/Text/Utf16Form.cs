namespace NewsDiff.Text;

/// <summary>Knows UTF-16 without a byte order mark by the zeros that its ASCII characters have.</summary>
internal static class Utf16Form
{
    private const int SampleLength = 1024;

    /// <summary>Finds which UTF-16 a text is in.</summary>
    /// <param name="content">The bytes.</param>
    /// <returns>The encoding, or null when the text is in none.</returns>
    public static Charset? Detect(ReadOnlySpan<byte> content)
    {
        ReadOnlySpan<byte> sample = content[..Math.Min(content.Length, SampleLength)];
        if (!sample.Contains((byte)0))
        {
            return null;
        }

        Span<int> zeros = stackalloc int[2];
        for (int i = 0; i < sample.Length; i++)
        {
            zeros[i % 2] += sample[i] == 0 ? 1 : 0;
        }

        // Markup makes a quarter of any page ASCII; a zero on the other side would be no text.
        int enough = sample.Length / 8;
        return (zeros[0] > enough, zeros[1] > enough) switch
        {
            (true, false) when zeros[1] == 0 => CharsetLabels.Utf16BigEndian,
            (false, true) when zeros[0] == 0 => CharsetLabels.Utf16LittleEndian,
            _ => null,
        };
    }
}
