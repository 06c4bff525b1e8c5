using System.Buffers;
using System.Globalization;

namespace NewsDiff.Classification;

/// <summary>Finds the numbers in digits of a text, each with the signs and units attached to it.</summary>
internal static class NumberTokens
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    private static readonly SearchValues<char> DateSigns = SearchValues.Create("年月日時时分년월일시");

    /// <summary>The numbers in their plain form, such as <c>£1.5M</c>; those of dates and times are separate.</summary>
    public static (List<string> Numbers, List<string> Dates) Of(string text)
    {
        List<string> numbers = [];
        List<string> dates = [];
        for (int at = 0; at < text.Length; at++)
        {
            if (char.IsDigit(text[at]))
            {
                int start = at;
                while (start > 0 && !char.IsWhiteSpace(text[start - 1]) && !char.IsLetter(text[start - 1]))
                {
                    start--;
                }

                while (at + 1 < text.Length && Continues(text, at))
                {
                    at++;
                }

                string number = text[start..(at + 1)];
                (IsDate(number) ? dates : numbers).Add(PlainForm.Of(number));
            }
        }

        return (numbers, dates);
    }

    /// <summary>Whether the next character belongs to the number: another digit, a mark between, a unit.</summary>
    private static bool Continues(string text, int at)
    {
        char next = text[at + 1];
        return char.IsLetterOrDigit(next) || next is '%' or '‰' or '€' or '£' or '$' or '°'
            || (at + 2 < text.Length && char.IsDigit(text[at + 2]) && char.IsDigit(text[at])
                && (next is '.' or ',' or ':' or '/' or '\'' or '’' or '-' or '–'
                    || (char.IsWhiteSpace(next) && IsGroup(text, at + 2))));
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
