using System.Globalization;
using System.Text;

namespace NewsDiff.Cards.Lettering;

/// <summary>Finds the places at which a line may end.</summary>
/// <remarks>
/// Lines end after spaces and hyphens, and between the characters of scripts without spaces, except before closing and
/// after opening signs. Words of Thai and its neighbours are divided at any letter, because finding their ends needs
/// a dictionary.
/// </remarks>
internal static class LineBreaks
{
    // Signs that no line begins with, beside closing punctuation: small kana, marks of length and repetition.
    private const string NeverFirst =
        "、。，．・：；？！!?,.:;…‥ー々〻ヽヾゝゞぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ゛゜〜～%％‰°℃";

    /// <summary>For each UTF-16 unit, whether a line may begin with it.</summary>
    public static bool[] Find(string text)
    {
        bool[] breaks = new bool[text.Length];
        Rune before = default;
        for (int at = 0; at < text.Length;)
        {
            int length = StringInfo.GetNextTextElementLength(text.AsSpan(at));
            Rune first = Rune.GetRuneAt(text, at);
            breaks[at] = at > 0 && IsBreak(before, first);
            at += length;
            before = LastOf(text, at);
        }

        return breaks;
    }

    private static bool IsBreak(Rune before, Rune next)
    {
        if (next.Value == ' ')
        {
            return false;
        }

        if (before.Value == ' ')
        {
            return true;
        }

        UnicodeCategory ending = Rune.GetUnicodeCategory(before);
        UnicodeCategory beginning = Rune.GetUnicodeCategory(next);
        if (IsNeverFirst(next, beginning)
            || ending is UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation)
        {
            return false;
        }

        return IsWithoutSpaces(before.Value) || IsWithoutSpaces(next.Value)
            || (ending == UnicodeCategory.DashPunctuation && before.Value != 0x2011 && Rune.IsLetter(next));
    }

    private static bool IsNeverFirst(Rune rune, UnicodeCategory category) =>
        category is UnicodeCategory.ClosePunctuation or UnicodeCategory.FinalQuotePunctuation
            or UnicodeCategory.Format
        || (rune.IsBmp && NeverFirst.Contains((char)rune.Value, StringComparison.Ordinal))
        || rune.Value == 0x00A0;

    /// <summary>Whether a character belongs to a script whose words have no spaces between them.</summary>
    private static bool IsWithoutSpaces(int c) => c is
        (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF)
        or (>= 0x2E80 and <= 0x312F) or (>= 0x3190 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0xFF01 and <= 0xFF9F) or (>= 0x1B000 and <= 0x1B16F)
        or (>= 0x20000 and <= 0x3FFFF);

    private static Rune LastOf(string text, int end)
    {
        Rune.DecodeLastFromUtf16(text.AsSpan(0, end), out Rune last, out int length);

        // A mark on a character counts as the character.
        while (Rune.GetUnicodeCategory(last) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            && end - length > 0)
        {
            end -= length;
            Rune.DecodeLastFromUtf16(text.AsSpan(0, end), out last, out length);
        }

        return last;
    }
}
