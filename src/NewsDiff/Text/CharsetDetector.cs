using System.Collections.Immutable;
using System.Text;

namespace NewsDiff.Text;

/// <summary>Guesses the encoding of a text that declares none, by how likely its characters are in languages written in it.</summary>
/// <remarks>
/// Each <see cref="CharsetModel"/> decodes the same bytes; the one under which they are the most probable wins. It is asked only
/// after all that declares an encoding, and after UTF-8, which is known for certain.
/// </remarks>
internal static class CharsetDetector
{
    /// <summary>So many bytes tell the language; more would only take time.</summary>
    private const int SampleLength = 16 * 1024;

    /// <summary>In bits, what speaks for windows-1252 from the beginning: a byte or two prove nothing else.</summary>
    private const double Advantage = 6;

    private static readonly Lazy<ImmutableArray<CharsetModel>> Models = new(CharsetModels.Create);

    /// <summary>Guesses an encoding.</summary>
    /// <param name="content">The bytes, not UTF-8.</param>
    /// <returns>The likeliest encoding, or null when the bytes are ASCII or no text.</returns>
    public static Charset? Detect(ReadOnlySpan<byte> content)
    {
        if (IsJapaneseByEscapes(content))
        {
            return CharsetLabels.Find("iso-2022-jp");
        }

        int start = content.IndexOfAnyInRange((byte)0x80, (byte)0xff);
        if (start < 0 || content.Contains((byte)0))
        {
            return null;
        }

        ReadOnlySpan<byte> sample = content.Slice(start, Math.Min(content.Length - start, SampleLength));
        CharsetModel? best = null;
        double most = double.NegativeInfinity;
        foreach (CharsetModel model in Models.Value)
        {
            double likelihood = model.Likelihood(sample, most) + (best is null ? Advantage : 0);
            if (likelihood > most)
            {
                (best, most) = (model, likelihood);
            }
        }

        return best?.Charset;
    }

    /// <summary>Whether a text is in the one common encoding that looks like ASCII, ISO-2022-JP.</summary>
    public static bool IsJapaneseByEscapes(ReadOnlySpan<byte> content) =>
        (content.IndexOf("\u001b$B"u8) >= 0 || content.IndexOf("\u001b$@"u8) >= 0)
        && Ascii.IsValid(content);
}
