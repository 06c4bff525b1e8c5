using System.Globalization;
using NewsDiff.Diffing.Tokens;

namespace NewsDiff.Diffing.Tidying;

/// <summary>Finds numbers of several tokens: groups of three digits, signs, currencies and percent signs.</summary>
internal static class Quantities
{
    private const int GroupLength = 3;

    // No number in the news has more groups; a longer row is a list.
    private const int MostGroups = 8;

    /// <summary>Whether two tokens are parts of one number, such as <c>12 500</c> or <c>12’500</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="border">The later of the two tokens.</param>
    internal static bool IsGrouped(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int border)
    {
        if (border <= 0 || border >= tokens.Length)
        {
            return false;
        }

        // An apostrophe between two groups is a token of its own.
        int left = IsApostrophe(text, tokens[border - 1]) ? border - 2 : border - 1;
        int right = IsApostrophe(text, tokens[border]) ? border + 1 : border;
        return IsLink(text, tokens, left, right) && IsWholeGroup(text, tokens, left, right);
    }

    /// <summary>Whether a change ends with the sign or currency of the number after it.</summary>
    internal static bool HasSignAtEnd(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int start, int end) =>
        start < end
        && end < tokens.Length
        && StartsWithDigit(text, tokens[end])
        && tokens[end - 1].End == tokens[end].Start
        && tokens[end - 1].Length == 1
        && (IsCurrency(text[tokens[end - 1].Start])
            || (text[tokens[end - 1].Start] is '+' or '-' or '\u2212' or '\u00B1'
                && (end == 1 || tokens[end - 2].End < tokens[end - 1].Start || !tokens[end - 2].IsWord)));

    /// <summary>Whether a change begins with the currency or percent sign of the number before it.</summary>
    internal static bool HasUnitAtStart(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int start, int end) =>
        start > 0
        && start < end
        && tokens[start].Length == 1
        && (IsCurrency(text[tokens[start].Start]) || text[tokens[start].Start] is '%' or '\u2030')
        && tokens[start].Start - tokens[start - 1].End <= 1
        && tokens[start - 1].Kind == TokenKind.Word
        && char.IsDigit(text[tokens[start - 1].End - 1])
        && (start + 1 == tokens.Length
            || tokens[start + 1].Start > tokens[start].End
            || !StartsWithDigit(text, tokens[start + 1]));

    // Whether two tokens may be neighbouring groups: the first is all digits, and the second begins with just three.
    private static bool IsLink(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int left, int right)
    {
        if (left < 0
            || right >= tokens.Length
            || !IsDigits(text, tokens[left])
            || CountDigits(text, tokens[right]) != GroupLength
            || !AllowsGroup(text, tokens[right]))
        {
            return false;
        }

        ReadOnlySpan<char> between = text[tokens[left].End..tokens[right].Start];
        return between.Length == 1
            && (right - left == 1
                ? between[0] is ' ' or '\u00A0' or '\u2007' or '\u2009' or '\u202F'
                : right - left == 2 && IsApostrophe(between[0]));
    }

    // Whether the groups are a whole number: one to three digits, then groups of three. If other digits stand before or
    // after it, it is something else, such as a telephone number.
    private static bool IsWholeGroup(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int left, int right)
    {
        int step = right - left;
        int groups = 2;
        for (; groups <= MostGroups && IsLink(text, tokens, left - step, left); groups++)
        {
            left -= step;
        }

        for (; groups <= MostGroups && IsLink(text, tokens, right, right + step); groups++)
        {
            right += step;
        }

        return groups <= MostGroups
            && tokens[left].Length <= GroupLength
            && !IsBeside(text, tokens, left - 1, left)
            && !IsBeside(text, tokens, right, right + 1);
    }

    private static bool IsBeside(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int left, int right) =>
        left >= 0
        && right < tokens.Length
        && IsDigits(text, tokens[left])
        && StartsWithDigit(text, tokens[right])
        && text[tokens[left].End..tokens[right].Start] is " " or "\u00A0" or "\u202F";

    // "500.50" ends a number; "500-600" begins another one.
    private static bool AllowsGroup(ReadOnlySpan<char> text, in Token token) =>
        token.Length == GroupLength
        || text[token.Start + GroupLength] is '.' or ','
        || char.IsLetter(text[token.Start + GroupLength]);

    private static int CountDigits(ReadOnlySpan<char> text, in Token token)
    {
        int count = 0;
        while (count < token.Length && char.IsDigit(text[token.Start + count]))
        {
            count++;
        }

        return count;
    }

    private static bool IsDigits(ReadOnlySpan<char> text, in Token token) =>
        token.Kind == TokenKind.Word && CountDigits(text, token) == token.Length;

    private static bool StartsWithDigit(ReadOnlySpan<char> text, in Token token) =>
        token.Kind == TokenKind.Word && char.IsDigit(text[token.Start]);

    private static bool IsApostrophe(ReadOnlySpan<char> text, in Token token) =>
        token.Length == 1 && IsApostrophe(text[token.Start]);

    private static bool IsApostrophe(char c) => c is '\'' or '\u2019';

    private static bool IsCurrency(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol;
}
