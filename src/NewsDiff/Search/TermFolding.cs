using System.Text;
using NewsDiff.Text;

namespace NewsDiff.Search;

/// <summary>Folds forms that searchers take for one word: case, accents, width and ligatures.</summary>
/// <remarks>A term has only letters, digits and marks, and no ASCII capitals: databases do not change it.</remarks>
internal static class TermFolding
{
    /// <summary>The maximum length of a term; longer words are found by their beginning.</summary>
    public const int MostCharacters = 64;

    /// <summary>Folds a word.</summary>
    /// <param name="word">The word; it has no half surrogate pair.</param>
    /// <returns>The term; empty when nothing of the word is left.</returns>
    public static string Fold(ReadOnlySpan<char> word)
    {
        if (System.Text.Ascii.IsValid(word))
        {
            Span<char> lower = stackalloc char[MostCharacters];
            ReadOnlySpan<char> beginning = word[..Math.Min(word.Length, MostCharacters)];
            System.Text.Ascii.ToLower(beginning, lower, out int written);
            return new string(lower[..written]);
        }

        // No character unfolds to more than 18; the rest would be cut off anyway.
        string unfolded = Whole(word, 2 * MostCharacters).ToString().Normalize(NormalizationForm.FormKD);
        var term = new StringBuilder(unfolded.Length);
        foreach (char c in unfolded)
        {
            if (!IsAccent(c) && IsOfWord(c))
            {
                Append(term, char.ToLowerInvariant(c));
            }
        }

        string composed = term.ToString().Normalize(NormalizationForm.FormC);
        return Whole(composed, MostCharacters).ToString();
    }

    /// <summary>The beginning of a text, without half of a pair at its end.</summary>
    private static ReadOnlySpan<char> Whole(ReadOnlySpan<char> text, int length) => text.Length <= length ? text
        : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    private static void Append(StringBuilder term, char c) => _ = c switch
    {
        'ß' => term.Append("ss"),
        'æ' => term.Append("ae"),
        'œ' => term.Append("oe"),
        'ø' => term.Append('o'),
        'đ' or 'ð' => term.Append('d'),
        'ł' => term.Append('l'),
        'ħ' => term.Append('h'),
        'ı' => term.Append('i'),
        'ς' => term.Append('σ'),
        _ => term.Append(c),
    };

    private static bool IsOfWord(char c) => c != '_' && CharClasses.Of(c) is CharClass.Letter or CharClass.Digit
        or CharClass.Mark or CharClass.Ideograph or CharClass.Cluster or CharClass.Surrogate;

    /// <summary>Whether it is a mark that writers leave out: an accent, a Hebrew or Arabic vowel.</summary>
    /// <remarks>Marks of Indic and other scripts are letters to their readers.</remarks>
    private static bool IsAccent(char c) => c
        is >= '\u0300' and <= '\u036F' or >= '\u0483' and <= '\u0487' or >= '\u0591' and <= '\u05C7'
        or >= '\u0610' and <= '\u061A' or >= '\u064B' and <= '\u065F' or '\u0670' or '\u0640'
        or >= '\u1AB0' and <= '\u1AFF' or >= '\u1DC0' and <= '\u1DFF' or >= '\u20D0' and <= '\u20FF'
        or >= '\uFE20' and <= '\uFE2F';
}
