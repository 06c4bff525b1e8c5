using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace NewsDiff.Text;

/// <summary>Detects bytes that disprove a claimed encoding.</summary>
/// <remarks>
/// Browsers believe the claim and show garbled text. Only two encodings can be proved: UTF-8, which text in other
/// encodings does not match for long, and UTF-16. No older encoding can be proved, but its claim can be refuted.
/// </remarks>
internal static class CharsetProof
{
    /// <summary>The number of bytes examined, from the first non-ASCII byte.</summary>
    private const int SampleLength = 64 * 1024;

    /// <summary>The weight of sequences that prove UTF-8.</summary>
    /// <remarks>
    /// In older encodings one or two pairs may occur, as in „Ä“. A third pair, or a sequence of three bytes as in â€™,
    /// occurs only beside other bytes beyond ASCII.
    /// </remarks>
    private const int Proof = 3;

    /// <summary>The weight for East Asian and Thai encodings, which resemble UTF-8 more often.</summary>
    private const int ProofForEastAsia = 6;

    /// <summary>The number of broken sequences that refute UTF-8; fewer may be errors.</summary>
    private const int Refutation = 3;

    /// <summary>The largest share of UTF-8 that another encoding has by chance; more means a mixed text.</summary>
    /// <remarks>The share is per broken sequence. Up to 0.62 was seen, in EUC-JP.</remarks>
    private const double MostChance = 0.75;

    /// <summary>The smallest weight for each fault of UTF-8; with less, the text may be mixed.</summary>
    private const int Purity = 20;

    /// <summary>Checks a claimed encoding.</summary>
    /// <param name="claimed">The claimed encoding.</param>
    /// <param name="content">The bytes, without byte order mark.</param>
    /// <returns>
    /// The claimed encoding, or the proved one; null when the claim is refuted and nothing is proved.
    /// </returns>
    public static Charset? Judge(Charset claimed, ReadOnlySpan<byte> content)
    {
        if (Utf16Form.Detect(content) is { } wide)
        {
            return wide;
        }

        if (claimed == CharsetLabels.Utf16LittleEndian || claimed == CharsetLabels.Utf16BigEndian)
        {
            // Markup has ASCII characters, each with a zero byte in UTF-16.
            return content.Contains((byte)0) ? claimed : null;
        }

        int start = content.IndexOfAnyInRange((byte)0x80, (byte)0xff);
        if (start < 0)
        {
            return CharsetDetector.IsJapaneseByEscapes(content) ? CharsetLabels.Iso2022Jp : claimed;
        }

        ReadOnlySpan<byte> sample = content.Slice(start, Math.Min(content.Length - start, SampleLength));
        if (claimed == CharsetLabels.Utf8)
        {
            return Utf8.IsValid(sample) || !IsRefuted(sample) ? claimed : null;
        }

        // A byte beyond ASCII refutes a claim of ASCII.
        return IsUtf8(sample, claimed) ? CharsetLabels.Utf8
            : claimed.IsAscii || claimed == CharsetLabels.Iso2022Jp || CharsetDetector.Refutes(claimed, sample)
            ? null
            : claimed;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> sample, Charset claimed)
    {
        (int weight, int faults) = Weigh(sample);
        int proof = claimed.IsAscii
            ? 1
            : MultiByteForm.Knows(claimed.Name) || claimed.Name == "windows-874"
            ? ProofForEastAsia
            : Proof;
        return weight >= proof && faults * Purity <= weight;
    }

    private static bool IsRefuted(ReadOnlySpan<byte> sample)
    {
        (int weight, int faults) = Weigh(sample);
        return faults >= Refutation && weight < MostChance * faults;
    }

    /// <summary>Weighs valid UTF-8 sequences and counts invalid ones.</summary>
    /// <remarks>A pair weighs one; a longer sequence weighs three.</remarks>
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
