namespace NewsDiff.Text;

/// <summary>How probable characters beyond ASCII are in a language.</summary>
internal sealed class CharsetLanguage
{
    /// <summary>In bits a character, the likelihood of East Asian text, with its thousands of characters.</summary>
    private const double InEastAsia = -10.5;

    private readonly Dictionary<char, double> _bits = [];
    private readonly Func<char, double> _otherwise;

    /// <summary>Makes a model.</summary>
    /// <param name="encodings">
    /// The labels of the encodings that the language is commonly written in, between spaces.
    /// </param>
    /// <param name="common">The small characters of the language, the most frequent first.</param>
    /// <param name="share">What part of the text they make up.</param>
    /// <param name="otherwise">The binary logarithm of the probability of any other character.</param>
    public CharsetLanguage(string encodings, string common, double share, Func<char, double> otherwise)
    {
        Charsets = [.. encodings.Split(' ').Select(static label => CharsetLabels.Find(label)!)];
        _otherwise = otherwise;

        // Frequencies of letters fall off geometrically; the last of an alphabet is some fifty times rarer than the
        // first.
        double decline = Math.Pow(0.02, 1.0 / common.Length);
        double first = share * (1 - decline) / (1 - Math.Pow(decline, common.Length));
        for (int i = 0; i < common.Length; i++)
        {
            double probability = first * Math.Pow(decline, i);
            _bits.TryAdd(common[i], Math.Log2(probability));
            Expected += probability / share * Math.Log2(probability);
        }

        Expected = MultiByteForm.Knows(Charsets[0].Name) ? InEastAsia : Expected;
    }

    /// <summary>In bits a character, about how likely a text in the language is.</summary>
    public double Expected { get; }

    /// <summary>The encodings that the language is commonly written in.</summary>
    public IReadOnlyList<Charset> Charsets { get; }

    /// <summary>Whether the language is commonly written in an encoding, under any of its names.</summary>
    /// <param name="charset">The encoding.</param>
    public bool IsWrittenIn(Charset charset) => Charsets.Any(own => own.Encoding.CodePage == charset.Encoding.CodePage);

    /// <summary>The binary logarithm of the probability of a character.</summary>
    /// <param name="c">The character, small if it is a letter.</param>
    public double Bits(char c) => _bits.TryGetValue(c, out double bits) ? bits : _otherwise(c);
}
