using System.Globalization;

namespace NewsDiff.Extraction.Parsing;

/// <summary>Weighs characters, to compare scripts: a Latin letter is 1, an ideograph 3.</summary>
internal static class TextWeight
{
    public static int Of(char c)
    {
        if (c < 0x80)
        {
            return char.IsAsciiLetterOrDigit(c) ? 1 : 0;
        }

        if (c is >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3')
        {
            return c is >= '\u3040' and <= '\u30FF' ? 2 : 3;
        }

        return char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Surrogate ? 1 : 0;
    }

    /// <summary>Whether it is white space of any kind, which readers see as a space.</summary>
    public static bool IsSpace(char c) =>
        c <= ' ' || (c >= '\u0080' && (char.IsWhiteSpace(c) || c is >= '\u0080' and <= '\u009F'));

    /// <summary>Whether it is an invisible mark, which editing programs add or drop.</summary>
    public static bool IsInvisible(char c) =>
        c is '\u00AD' or '\u200B' or '\u2060' or '\uFEFF' or '\u200E' or '\u200F' or '\uFFFE' or '\uFFFF'
            or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
