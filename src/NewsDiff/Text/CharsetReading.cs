using System.Globalization;
using System.Runtime.InteropServices;

namespace NewsDiff.Text;

/// <summary>A text as read in one encoding: its characters beyond ASCII, and impossible ones.</summary>
internal sealed class CharsetReading
{
    /// <summary>The cost of a byte that the encoding does not define, or a control code.</summary>
    private const double Unassigned = -40;

    /// <summary>The cost of a non-Latin letter beside a Latin one: no word mixes scripts.</summary>
    private const double MixedWord = -6;

    /// <summary>The cost of a marked Latin letter between two others: most have plain neighbours.</summary>
    private const double CrowdedMarks = -6;

    /// <summary>The cost of a capital after a small letter.</summary>
    private const double CapitalWithin = -8;

    /// <summary>The cost of a lone non-Latin letter: words of its script have several.</summary>
    private const double LoneLetter = -4;

    /// <summary>The cost of a character that is between words in any language.</summary>
    private const double Mark = -6;

    private const string Punctuation = "\u00a0–—“”„‘’«»…•·©®°№€£™";

    private readonly Dictionary<char, int> _counts = [];
    private int _marks;
    private double _faults;

    private CharsetReading(Charset charset) => Charset = charset;

    /// <summary>The encoding.</summary>
    public Charset Charset { get; }

    /// <summary>The number of characters and wrong bytes beyond ASCII, without punctuation.</summary>
    public int Length { get; private set; }

    /// <summary>Reads a text.</summary>
    /// <param name="charset">The encoding.</param>
    /// <param name="sample">The text's bytes.</param>
    public static CharsetReading Of(Charset charset, ReadOnlySpan<byte> sample)
    {
        int errors = MultiByteForm.CountFaults(charset.Name, sample);
        var reading = new CharsetReading(charset) { Length = errors, _faults = Unassigned * errors };

        // The sample may end inside a character.
        string text = charset.Encoding.GetString(sample);
        for (int i = 0; i < text.Length - 1; i++)
        {
            if (text[i] >= 0x80)
            {
                reading.Add(i == 0 ? ' ' : text[i - 1], text[i], text[i + 1]);
            }
        }

        return reading;
    }

    /// <summary>The binary logarithm of the text's probability in a language, ignoring ASCII.</summary>
    /// <param name="language">The language.</param>
    public double In(CharsetLanguage language)
    {
        double sum = _faults + (Mark * _marks);
        foreach ((char c, int count) in _counts)
        {
            sum += count * language.Bits(c);
        }

        return sum;
    }

    /// <summary>Whether the text is plausible in the language.</summary>
    /// <param name="language">The language.</param>
    /// <param name="slack">The tolerated shortfall in likelihood, in bits per character.</param>
    public bool IsPlausibleIn(CharsetLanguage language, double slack) =>
        In(language) - (Mark * _marks) >= (language.Expected - slack) * Length;

    private void Add(char before, char c, char after)
    {
        bool isLetter = IsLetter(c);
        if (Punctuation.Contains(c, StringComparison.Ordinal)
            || (c is >= '\u00a0' and < '\u0100' && !isLetter && !IsLetter(before) && !IsLetter(after)))
        {
            _marks++;
            return;
        }

        Length++;
        if (c is '\ufffd' or < '\u00a0' or (>= '\ue000' and < '\uf900')
            || (c is >= '\u2500' and < '\u25a0' && (IsLetter(before) || IsLetter(after))))
        {
            _faults += Unassigned;
            return;
        }

        CollectionsMarshal.GetValueRefOrAddDefault(_counts, char.ToLowerInvariant(c), out _)++;
        if (isLetter && c < '\u2e80')
        {
            _faults += (char.IsUpper(c) && char.IsLower(before) ? CapitalWithin : 0) + Place(before, c, after);
        }
    }

    /// <summary>The cost of a letter beside its neighbours.</summary>
    private static double Place(char before, char c, char after)
    {
        bool isAfter = before >= '\u0080' && IsLetter(before);
        bool isBefore = after >= '\u0080' && IsLetter(after);
        return c < '\u0370' ? (isAfter && isBefore ? CrowdedMarks : 0)
            : char.IsAsciiLetter(before) || char.IsAsciiLetter(after) ? MixedWord
            : isAfter || isBefore ? 0
            : LoneLetter;
    }

    private static bool IsLetter(char c) =>
        char.IsLetter(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}
