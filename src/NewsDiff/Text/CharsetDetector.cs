using System.Text;

namespace NewsDiff.Text;

/// <summary>Guesses a text's encoding by how likely its characters are in known languages.</summary>
/// <remarks>
/// Every encoding reads the same bytes; the one that makes them most probable in some language wins. UTF-8 comes first,
/// because it can be proved. A guess beats a claim only if the claim makes nonsense of the text.
/// </remarks>
internal static class CharsetDetector
{
    /// <summary>The number of bytes examined; more would only take time.</summary>
    private const int SampleLength = 16 * 1024;

    /// <summary>The initial advantage of windows-1252, in bits: a byte or two do not prove another encoding.</summary>
    private const double Advantage = 6;

    /// <summary>The lead in likelihood that another encoding needs over a claim.</summary>
    /// <remarks>It is in bits.</remarks>
    private const double Margin = 30;

    /// <summary>The margin for each character: a long text adds many small differences.</summary>
    private const double MarginPerCharacter = 0.7;

    /// <summary>The tolerated shortfall in likelihood of a text whose encoding was claimed.</summary>
    /// <remarks>It is in bits per character.</remarks>
    private const double SlackOfClaim = 0.5;

    /// <summary>The same for a text in the encoding that replaces the claim.</summary>
    private const double SlackOfOther = 2;

    /// <summary>Guesses an encoding.</summary>
    /// <param name="content">The bytes, not UTF-8.</param>
    /// <returns>The likeliest encoding, or null when the bytes are ASCII or not a text.</returns>
    public static Charset? Detect(ReadOnlySpan<byte> content)
    {
        if (IsJapaneseByEscapes(content))
        {
            return CharsetLabels.Iso2022Jp;
        }

        ReadOnlySpan<byte> sample = SampleOf(content);
        return sample.IsEmpty || content.Contains((byte)0) ? null : Likeliest(sample, out _).Charset;
    }

    /// <summary>Whether a text is meaningless in its claimed encoding but makes sense in another.</summary>
    /// <param name="claimed">The claimed encoding.</param>
    /// <param name="content">The bytes, not UTF-8.</param>
    public static bool Refutes(Charset claimed, ReadOnlySpan<byte> content)
    {
        ReadOnlySpan<byte> sample = SampleOf(content);
        CharsetReading reading = CharsetReading.Of(claimed, sample);
        CharsetLanguage language = CharsetLanguages.Best(reading);
        if (reading.Length == 0 || reading.IsPlausibleIn(language, SlackOfClaim))
        {
            return false;
        }

        CharsetReading other = Likeliest(sample, out double most);
        return other.Length > 0 && other.IsPlausibleIn(CharsetLanguages.BestOf(other), SlackOfOther)
            && most - reading.In(language) >= Math.Max(Margin, MarginPerCharacter * other.Length);
    }

    /// <summary>Whether a text is in ISO-2022-JP, the one common encoding that looks like ASCII.</summary>
    public static bool IsJapaneseByEscapes(ReadOnlySpan<byte> content) =>
        (content.IndexOf("\u001b$B"u8) >= 0 || content.IndexOf("\u001b$@"u8) >= 0)
        && Ascii.IsValid(content);

    private static ReadOnlySpan<byte> SampleOf(ReadOnlySpan<byte> content)
    {
        int start = content.IndexOfAnyInRange((byte)0x80, (byte)0xff);
        return start < 0 ? [] : content.Slice(start, Math.Min(content.Length - start, SampleLength));
    }

    private static CharsetReading Likeliest(ReadOnlySpan<byte> sample, out double likelihood)
    {
        CharsetReading? best = null;
        likelihood = double.NegativeInfinity;
        foreach (Charset charset in CharsetLanguages.Charsets)
        {
            CharsetReading reading = CharsetReading.Of(charset, sample);
            double bits = reading.In(CharsetLanguages.BestOf(reading))
                + (charset == CharsetLabels.Western ? Advantage : 0);
            if (best is null || bits > likelihood)
            {
                (best, likelihood) = (reading, bits);
            }
        }

        return best!;
    }
}
