namespace NewsDiff.Text;

/// <summary>The probabilities of a language's characters beyond ASCII.</summary>
internal sealed class CharsetLanguage
{
    /// <summary>The likelihood of East Asian text, with its thousands of characters.</summary>
    /// <remarks>It is in bits per character.</remarks>
    private const double InEastAsia = -10.5;

    private readonly Dictionary<char, double> _bits = [];
    private readonly Func<char, double> _otherwise;

    /// <summary>Makes a model.</summary>
    /// <param name="encodings">The labels of the usual encodings of the language, separated by spaces.</param>
    /// <param name="common">The lower-case characters of the language, the most frequent first.</param>
    /// <param name="share">Their share of the text.</param>
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

    /// <summary>The approximate likelihood of a text in the language.</summary>
    /// <remarks>It is in bits per character.</remarks>
    public double Expected { get; }

    /// <summary>The usual encodings of the language.</summary>
    public IReadOnlyList<Charset> Charsets { get; }

    /// <summary>Whether an encoding, under any of its names, is usual for the language.</summary>
    /// <param name="charset">The encoding.</param>
    public bool IsWrittenIn(Charset charset) => Charsets.Any(own => own.Encoding.CodePage == charset.Encoding.CodePage);

    /// <summary>The binary logarithm of the probability of a character.</summary>
    /// <param name="c">The character; a letter in lower case.</param>
    public double Bits(char c) => _bits.TryGetValue(c, out double bits) ? bits : _otherwise(c);
}
