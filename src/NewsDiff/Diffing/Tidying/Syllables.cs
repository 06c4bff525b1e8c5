using NewsDiff.Diffing.Tokens;

namespace NewsDiff.Diffing.Tidying;

/// <summary>Finds letters of Thai, Lao, Khmer and Myanmar that never stand without their neighbour.</summary>
/// <remarks>
/// Spelling alone shows what belongs together: a vowel that is written before its consonant, one that needs a final
/// consonant, a sign that stacks the next consonant, a vowel or a silent letter at the end. To find whole words would
/// need a dictionary.
/// </remarks>
internal static class Syllables
{
    private const char KoKai = '\u0E01';
    private const char MaiTaikhu = '\u0E47';

    /// <summary>Whether two neighbouring tokens are parts of one syllable.</summary>
    internal static bool AreOne(ReadOnlySpan<char> text, Token left, Token right)
    {
        ReadOnlySpan<char> first = text.Slice(left.Start, left.Length);
        return first[0] >= KoKai
            && (NeedsNext(first) || BelongsBefore(text.Slice(right.Start, right.Length)));
    }

    private static bool NeedsNext(ReadOnlySpan<char> letters) =>
        letters[0] is >= '\u0E40' and <= '\u0E44' or >= '\u0EC0' and <= '\u0EC4'
        || letters[^1] is '\u17D2' or '\u1039'
        || letters.ContainsAny('\u0E31', '\u0E37', '\u0EB1')
        || letters.Contains('\u0EBB')

        // Only one word ends with this vowel sign.
        || (letters.Contains(MaiTaikhu) && letters[0] != KoKai);

    private static bool BelongsBefore(ReadOnlySpan<char> letters) =>
        letters[0] is '\u0E30' or '\u0E32' or '\u0E33' or '\u0E45' or '\u0E46'
            or '\u0EB0' or '\u0EB2' or '\u0EB3' or '\u0EBD' or '\u0EC6'

        // Marks of silent letters, and of a shortened end.
        || letters.ContainsAny('\u0E4C', '\u0ECC', '\u17CD')
        || letters.ContainsAny('\u17CB', '\u103A');
}
