using System.Globalization;

namespace NewsDiff.Rendering.Html;

/// <summary>Knows where browsers would join two words that stand side by side without a space.</summary>
/// <remarks>
/// In Arabic, Syriac and some other scripts a letter has other shapes inside of a word than at its end. Browsers choose
/// the shape across the borders of elements, so a deleted word would run into the inserted one and look misspelt.
/// </remarks>
internal static class JoinedLetters
{
    /// <summary>What keeps them apart: the zero-width non-joiner, which nobody sees.</summary>
    internal const string Separator = "&#8204;";

    /// <summary>Whether a word that ends so would join with a word that begins so.</summary>
    internal static bool AreNear(char end, char start) => IsOfCursiveScript(end) && IsOfCursiveScript(start);

    private static bool IsOfCursiveScript(char c) =>
        IsInCursiveBlock(c)
        && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter
            or UnicodeCategory.NonSpacingMark;

    private static bool IsInCursiveBlock(char c) =>
        c is (>= '\u0600' and <= '\u08FF') // Arabic, Syriac, N'Ko, Mandaic
            or (>= '\u1800' and <= '\u18AF') // Mongolian
            or (>= '\uFB50' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFF'); // Arabic in its shapes
}
