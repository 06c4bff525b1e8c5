namespace NewsDiff.Text;

/// <summary>How probable characters are in a language, for texts in one encoding.</summary>
internal sealed class CharsetModel
{
    private const double Unassigned = -40;

    /// <summary>The cost of a letter of a script of its own beside a Latin one, as no word is written.</summary>
    private const double MixedWord = -6;

    private readonly Dictionary<char, float> _bits = [];
    private readonly Func<char, double> _otherwise;
    private readonly bool _isAlphabetOfItsOwn;

    /// <summary>Makes a model.</summary>
    /// <param name="charset">The encoding.</param>
    /// <param name="common">The characters of the language, the most frequent first.</param>
    /// <param name="share">What part of the text they make up.</param>
    /// <param name="otherwise">The binary logarithm of the probability of any other character that is not ASCII.</param>
    public CharsetModel(Charset charset, string common, double share, Func<char, double> otherwise)
    {
        Charset = charset;
        _otherwise = otherwise;
        _isAlphabetOfItsOwn = common[0] is >= '\u0370' and < '\u2e80';

        // Frequencies of letters fall off geometrically; the last of an alphabet is some fifty times rarer than the first.
        double decline = Math.Pow(0.02, 1.0 / common.Length);
        double first = share * (1 - decline) / (1 - Math.Pow(decline, common.Length));
        for (int i = 0; i < common.Length; i++)
        {
            double probability = first * Math.Pow(decline, i);
            _bits.TryAdd(common[i], (float)Math.Log2(probability));
            _bits.TryAdd(char.ToUpperInvariant(common[i]), (float)Math.Log2(probability * 0.05));
        }
    }

    /// <summary>The encoding.</summary>
    public Charset Charset { get; }

    /// <summary>The binary logarithm of the probability of a text, its ASCII left out.</summary>
    /// <param name="sample">The text's bytes.</param>
    /// <param name="least">When it falls below this, nobody needs to know how far.</param>
    public double Likelihood(ReadOnlySpan<byte> sample, double least)
    {
        double sum = Unassigned * MultiByteForm.CountFaults(Charset.Name, sample);
        if (sum <= least)
        {
            return sum;
        }

        string text = Charset.Encoding.GetString(sample);

        // The sample may end inside a character.
        for (int i = 0; i < text.Length - 1 && sum > least; i++)
        {
            char c = text[i];
            if (c >= 0x80)
            {
                sum += _bits.TryGetValue(c, out float bits) ? bits
                    : c is '\ufffd' or < '\u00a0' or (>= '\ue000' and < '\uf900') ? Unassigned
                    : _otherwise(c);
                sum += _isAlphabetOfItsOwn && IsBesideLatin(text, i) ? MixedWord : 0;
            }
        }

        return sum;
    }

    private static bool IsBesideLatin(string text, int index) =>
        (index > 0 && char.IsAsciiLetter(text[index - 1])) || char.IsAsciiLetter(text[index + 1]);
}
