using NewsDiff.Diffing.Tokens;

namespace NewsDiff.Diffing.Tidying;

/// <summary>Finds characters that are one unit: katakana, numbers in Chinese numerals, syllables.</summary>
/// <remarks>UAX #29 keeps a run of katakana whole (rule WB13). For syllables see <see cref="Syllables"/>.</remarks>
internal static class CharacterRuns
{
    // A longer run is not a word, but a text written in these characters.
    private const int Longest = 24;

    /// <summary>Whether an end of a change is inside a run, in either text.</summary>
    internal static bool AreCut(in DiffTexts texts, in Hunk hunk, bool isAtStart)
    {
        int old = isAtStart ? hunk.OldStart : hunk.OldEnd;
        int @new = isAtStart ? hunk.NewStart : hunk.NewEnd;
        if (!IsBesideCharacter(texts.Old, old) && !IsBesideCharacter(texts.New, @new))
        {
            return false;
        }

        if (IsInside(texts.OldText, texts.Old, old, AreKatakana)
            || IsInside(texts.NewText, texts.New, @new, AreKatakana)
            || IsInside(texts.OldText, texts.Old, old, Syllables.AreOne)
            || IsInside(texts.NewText, texts.New, @new, Syllables.AreOne))
        {
            return true;
        }

        // If one numeral replaced another, only these two are shown: the rest of the number is the same as before.
        bool isCut = IsInside(texts.OldText, texts.Old, old, AreNumerals)
            || IsInside(texts.NewText, texts.New, @new, AreNumerals);
        return isCut
            && !(CountNumerals(texts.OldText, texts.Old, hunk.OldStart, hunk.OldEnd, isAtStart) == 1
                && CountNumerals(texts.NewText, texts.New, hunk.NewStart, hunk.NewEnd, isAtStart) == 1);
    }

    private static bool IsInside(
        ReadOnlySpan<char> text,
        ReadOnlySpan<Token> tokens,
        int border,
        Func<ReadOnlySpan<char>, Token, Token, bool> areOne)
    {
        if (!IsLink(text, tokens, border, areOne))
        {
            return false;
        }

        int first = border - 1;
        int end = border + 1;
        while (end - first <= Longest && IsLink(text, tokens, first, areOne))
        {
            first--;
        }

        while (end - first <= Longest && IsLink(text, tokens, end, areOne))
        {
            end++;
        }

        return end - first <= Longest;
    }

    private static bool IsLink(
        ReadOnlySpan<char> text,
        ReadOnlySpan<Token> tokens,
        int border,
        Func<ReadOnlySpan<char>, Token, Token, bool> areOne) =>
        IsBesideCharacter(tokens, border)
        && tokens[border - 1].End == tokens[border].Start
        && areOne(text, tokens[border - 1], tokens[border]);

    private static bool IsBesideCharacter(ReadOnlySpan<Token> tokens, int border) =>
        border > 0
        && border < tokens.Length
        && (tokens[border - 1].Kind == TokenKind.Character || tokens[border].Kind == TokenKind.Character);

    // Counts the numerals at one end of a change.
    private static int CountNumerals(
        ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int start, int end, bool isAtStart)
    {
        int count = 0;
        while (count < end - start && IsNumeral(text, tokens[isAtStart ? start + count : end - 1 - count]))
        {
            count++;
        }

        return count;
    }

    private static bool AreKatakana(ReadOnlySpan<char> text, Token left, Token right) =>
        IsKatakana(text, left) && IsKatakana(text, right);

    private static bool AreNumerals(ReadOnlySpan<char> text, Token left, Token right) =>
        IsNumeral(text, left) && IsNumeral(text, right);

    private static bool IsKatakana(ReadOnlySpan<char> text, Token token) => text[token.Start]
        is >= '\u30A1' and <= '\u30FA' or >= '\u30FC' and <= '\u30FF'
        or >= '\u31F0' and <= '\u31FF' or >= '\uFF66' and <= '\uFF9F';

    private static bool IsNumeral(ReadOnlySpan<char> text, Token token) => token.Kind == TokenKind.Word
        ? char.IsDigit(text[token.Start]) && char.IsDigit(text[token.End - 1])
        : text[token.Start] is '〇' or '零' or '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九'
            or '十' or '百' or '千' or '万' or '萬' or '亿' or '億' or '兆' or '两' or '両' or '壱' or '弐' or '参';
}
