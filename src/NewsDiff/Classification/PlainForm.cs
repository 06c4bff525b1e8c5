using System.Globalization;
using System.Text;

namespace NewsDiff.Classification;

/// <summary>The form of a text in which typography makes no difference, but every letter and number does.</summary>
/// <remarks>
/// White space, punctuation, and marks that group digits by three are left out. Letters (without their case), digits,
/// signs before digits, decimal marks, and symbols such as % and € are kept; ` and ^ are not.
/// </remarks>
internal static class PlainForm
{
    private const int GroupLength = 3;

    /// <summary>Makes the form of a text.</summary>
    public static string Of(string text)
    {
        string whole = IsWellFormed(text) ? text.Normalize(NormalizationForm.FormKC) : text;
        var form = new StringBuilder(whole.Length);
        for (int at = 0; at < whole.Length; at++)
        {
            char character = whole[at];
            if (char.IsLetter(character) || char.IsSurrogate(character) || IsMark(character))
            {
                form.Append(char.ToUpperInvariant(character));
            }
            else if (char.IsDigit(character))
            {
                form.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(character)));
            }
            else if (IsDecimalMark(whole, at))
            {
                form.Append('.');
            }
            else if (IsSign(whole, at) || IsSymbol(character))
            {
                form.Append(character is '−' or '–' ? '-' : character);
            }
        }

        return form.ToString();
    }

    /// <summary>Whether a text has neither half a surrogate pair nor a code point that is not a character.</summary>
    private static bool IsWellFormed(string text)
    {
        foreach (Rune rune in text.EnumerateRunes())
        {
            // An ill-formed part is enumerated as U+FFFD.
            if (rune == Rune.ReplacementChar || (rune.Value & 0xFFFE) == 0xFFFE)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a symbol means something; accents alone, such as ` and ^, are marks of markup.</summary>
    private static bool IsSymbol(char character) =>
        (char.IsSymbol(character) && char.GetUnicodeCategory(character) is not UnicodeCategory.ModifierSymbol)
        || character is '%' or '‰' or '#' or '@';

    private static bool IsMark(char character) => char.GetUnicodeCategory(character) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Whether a mark between digits is part of the number; one that groups thousands is not.</summary>
    private static bool IsDecimalMark(string text, int at)
    {
        if (text[at] == '/')
        {
            // Spaces beside it, as in "2016 / 2017", change nothing.
            return text.AsSpan(0, at).TrimEnd() is [.., var before] && char.IsDigit(before)
                && text.AsSpan(at + 1).TrimStart() is [var after, ..] && char.IsDigit(after);
        }

        if (text[at] is not ('.' or ',' or ':' or '٫')
            || at == 0 || !char.IsDigit(text[at - 1]) || at + 1 == text.Length || !char.IsDigit(text[at + 1]))
        {
            return false;
        }

        int end = at + 1;
        while (end < text.Length && char.IsDigit(text[end]))
        {
            end++;
        }

        return text[at] != ',' || end - at - 1 != GroupLength;
    }

    private static bool IsSign(string text, int at) =>
        text[at] is '-' or '−' or '–' && at + 1 < text.Length && char.IsDigit(text[at + 1])
        && (at == 0 || !char.IsLetterOrDigit(text[at - 1]));
}
