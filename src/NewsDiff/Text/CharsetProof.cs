using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace NewsDiff.Text;

/// <summary>Tells when bytes disprove the encoding that a header or a declaration claims.</summary>
/// <remarks>
/// Browsers believe the claim and show nonsense. Only certain forms are proof: UTF-8, which no text in another encoding has
/// for long, and UTF-16. Which of the older encodings a text is in is never proved; only these refute such a claim.
/// </remarks>
internal static class CharsetProof
{
    /// <summary>So much of a text, from its first byte beyond ASCII, shows its form.</summary>
    private const int SampleLength = 64 * 1024;

    /// <summary>
    /// The weight of sequences that prove UTF-8. In older encodings one or two pairs may occur, as in „Ä“; a third, or three
    /// bytes in a row as in â€™, beside no other byte beyond ASCII does not.
    /// </summary>
    private const int Proof = 3;

    /// <summary>Characters of two bytes, and Thai vowels before their consonants, look like UTF-8 more often.</summary>
    private const int ProofForEastAsia = 6;

    /// <summary>So many broken sequences show that a text is not UTF-8; fewer may be errors of one that is.</summary>
    private const int Refutation = 3;

    /// <summary>
    /// Beside each broken sequence, so much in a text of another encoding is UTF-8 by chance: up to 0.62 was seen, in EUC-JP.
    /// More is a mixed text.
    /// </summary>
    private const double MostChance = 0.75;

    /// <summary>UTF-8 has at most one fault in so much weight; otherwise the text may be mixed.</summary>
    private const int Purity = 20;

    /// <summary>Judges a claim.</summary>
    /// <param name="claimed">The encoding that is claimed.</param>
    /// <param name="content">The bytes, without byte order mark.</param>
    /// <returns>That encoding, or the one that is proved instead; null when the claim is refuted and nothing proved.</returns>
    public static Charset? Judge(Charset claimed, ReadOnlySpan<byte> content)
    {
        if (Utf16Form.Detect(content) is { } wide)
        {
            return wide;
        }

        if (claimed == CharsetLabels.Utf16LittleEndian || claimed == CharsetLabels.Utf16BigEndian)
        {
            // Markup has ASCII characters, and each has a zero in UTF-16.
            return content.Contains((byte)0) ? claimed : null;
        }

        int start = content.IndexOfAnyInRange((byte)0x80, (byte)0xff);
        if (start < 0)
        {
            return claimed;
        }

        ReadOnlySpan<byte> sample = content.Slice(start, Math.Min(content.Length - start, SampleLength));
        if (claimed == CharsetLabels.Utf8)
        {
            return Utf8.IsValid(sample) || !IsRefuted(sample) ? claimed : null;
        }

        return IsUtf8(sample, claimed) ? CharsetLabels.Utf8 : claimed;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> sample, Charset claimed)
    {
        (int weight, int faults) = Weigh(sample);
        int proof = claimed.IsAscii ? 1 : MultiByteForm.Knows(claimed.Name) || claimed.Name == "windows-874" ? ProofForEastAsia : Proof;
        return weight >= proof && faults * Purity <= weight;
    }

    private static bool IsRefuted(ReadOnlySpan<byte> sample)
    {
        (int weight, int faults) = Weigh(sample);
        return faults >= Refutation && weight < MostChance * faults;
    }

    /// <summary>Weighs the sequences that are UTF-8, pairs as one and longer ones as three, and counts what is none.</summary>
    private static (int Weight, int Faults) Weigh(ReadOnlySpan<byte> sample)
    {
        const int pair = 1, longer = 3;
        int weight = 0;
        int faults = 0;
        for (int next = 0; next >= 0 && !sample.IsEmpty; next = sample.IndexOfAnyInRange((byte)0x80, (byte)0xff))
        {
            sample = sample[next..];
            switch (Rune.DecodeFromUtf8(sample, out _, out int length))
            {
                case OperationStatus.Done:
                    weight += length > 2 ? longer : length == 2 ? pair : 0;
                    break;
                case OperationStatus.NeedMoreData:
                    // Cut off at the end.
                    return (weight, faults);
                default:
                    faults++;
                    break;
            }

            sample = sample[length..];
        }

        return (weight, faults);
    }
}
