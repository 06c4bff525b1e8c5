using System.Buffers;
using System.Globalization;

namespace NewsDiff.Classification;

/// <summary>Finds the numbers in digits of a text, each with the signs and units attached to it.</summary>
internal static class NumberTokens
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    /// <summary>Chinese, Japanese and Korean characters begin here.</summary>
    private const char FirstEastAsian = '\u2E80';

    private const int MostUnitLetters = 2;

    private static readonly SearchValues<char> DateSigns = SearchValues.Create("年月日時时分년월일시");

    /// <summary>The numbers in their plain form, such as <c>£1.5M</c>; those of dates and times are separate.</summary>
    /// <remarks>So are those of codes, such as <c>A380</c> and <c>CVE-2026-1</c>.</remarks>
    public static (List<string> Numbers, List<string> Dates, List<string> Codes) Of(string text)
    {
        List<string> numbers = [];
        List<string> dates = [];
        List<string> codes = [];
        for (int at = 0; at < text.Length; at++)
        {
            if (char.IsDigit(text[at]))
            {
                int start = at;
                while (start > 0 && !char.IsWhiteSpace(text[start - 1]) && !char.IsLetter(text[start - 1]))
                {
                    start--;
                }

                int letters = 0;
                while (at + 1 < text.Length && Continues(text, at, ref letters))
                {
                    at++;
                }

                string number = text[start..(at + 1)];
                (IsDate(number) ? dates : IsCode(text, start) ? codes : numbers).Add(WithoutZeros(PlainForm.Of(number)));
            }
        }

        return (numbers, dates, codes);
    }

    /// <summary>Leaves out the number of an item at the beginning of a line, such as <c>2.</c></summary>
    public static string WithoutOrdinal(string line)
    {
        int end = 0;
        while (end < line.Length && char.IsDigit(line[end]))
        {
            end++;
        }

        return end is > 0 and < 4 && end < line.Length && line[end] is '.' or ')'
            && (end + 1 == line.Length || char.IsWhiteSpace(line[end + 1])) ? line[(end + 1)..] : line;
    }

    /// <summary>Whether the next character belongs to the number: another digit, a mark between, a unit.</summary>
    private static bool Continues(string text, int at, ref int letters)
    {
        char next = text[at + 1];
        if (next >= FirstEastAsian && char.IsLetter(next))
        {
            // No spaces end a unit; hiragana are particles.
            return next is not (>= '\u3041' and <= '\u309F') && ++letters <= MostUnitLetters;
        }

        return char.IsLetterOrDigit(next) || next is '%' or '‰' or '€' or '£' or '$' or '°'
            || (at + 2 < text.Length && char.IsDigit(text[at + 2]) && char.IsDigit(text[at])
                && (next is '.' or ',' or ':' or '/' or '\'' or '’' or '-' or '–'
                    || (char.IsWhiteSpace(next) && IsGroup(text, at + 2))));
    }

    /// <summary>Whether letters and digits are one name: capitals directly before, or a letter and a hyphen.</summary>
    private static bool IsCode(string text, int start) =>
        start > 0 && text[start - 1] < FirstEastAsian && char.IsLetter(text[start - 1])
        && (text[start] == '-' || (char.IsDigit(text[start]) && char.IsUpper(text[start - 1])));

    private static string WithoutZeros(string number)
    {
        int zeros = 0;
        while (zeros + 1 < number.Length && number[zeros] == '0' && char.IsDigit(number[zeros + 1]))
        {
            zeros++;
        }

        return number[zeros..];
    }

    /// <summary>Whether three digits and no more follow: a space before them groups a long number.</summary>
    private static bool IsGroup(string text, int at) =>
        at + 3 <= text.Length && char.IsDigit(text[at + 1]) && char.IsDigit(text[at + 2])
        && (at + 3 == text.Length || !char.IsDigit(text[at + 3]));

    private static bool IsDate(string number)
    {
        ReadOnlySpan<char> digits = number.AsSpan().Trim("()[].,;:\"“”'’–-");
        return (int.TryParse(digits, CultureInfo.InvariantCulture, out int year)
                && digits.Length == 4 && year is >= FirstYear and <= LastYear)
            || IsClock(digits)
            || number.AsSpan().ContainsAny(DateSigns);
    }

    /// <summary>Whether it is hours and minutes, such as <c>14:30</c>.</summary>
    private static bool IsClock(ReadOnlySpan<char> digits) =>
        digits.IndexOf(':') is (1 or 2) and var colon && digits.Length >= colon + 3 && char.IsDigit(digits[colon + 1]);
}
