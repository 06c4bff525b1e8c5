using System.Buffers;
using System.Globalization;

namespace NewsDiff.Classification;

/// <summary>The numbers in digits of a text, each with the signs and units attached to it.</summary>
/// <param name="Numbers">The numbers in their plain form, such as <c>£1.5M</c>.</param>
/// <param name="Dates">Those of dates and times.</param>
/// <param name="Codes">Those of codes, such as <c>A380</c> and <c>CVE-2026-1</c>.</param>
internal sealed record NumberTokens(List<string> Numbers, List<string> Dates, List<string> Codes)
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    private const int MostUnitLetters = 2;

    private static readonly SearchValues<char> DateSigns = SearchValues.Create("年月日時时分년월일시");

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => Numbers.Count + Dates.Count + Codes.Count == 0;

    /// <summary>Finds the numbers of a text.</summary>
    public static NumberTokens Of(string text)
    {
        var tokens = new NumberTokens([], [], []);
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

                tokens.Add(text, start, at + 1);
            }
        }

        return tokens;
    }

    /// <summary>The numbers that another text has not.</summary>
    public NumberTokens Without(NumberTokens other) => new(
        [.. Numbers.Except(other.Numbers)], [.. Dates.Except(other.Dates)], [.. Codes.Except(other.Codes)]);

    private void Add(string text, int start, int end)
    {
        string number = text[start..end];
        if (IsDate(number))
        {
            Dates.Add(PlainForm.Of(number));
        }
        else if (!IsFootnote(text, start, end))
        {
            bool isCode = IsCode(text, start);
            (isCode ? Codes : Numbers).Add(Normal(PlainForm.Of(isCode ? number.TrimStart('-') : number)));
        }
    }

    /// <summary>Whether it is the sign of a footnote, such as <c>[1]</c>.</summary>
    private static bool IsFootnote(string text, int start, int end) =>
        text[start] == '[' && end < text.Length && text[end] == ']';

    /// <summary>The numbers that another side has not, each as often as it has none.</summary>
    /// <remarks>A code that came or went alone is a name; one in the place of another is a number.</remarks>
    public NumberTokens Beside(NumberTokens other)
    {
        Func<string, bool> isThere = WordList.Taker([.. other.Numbers, .. other.Codes]);
        Func<string, bool> isDateThere = WordList.Taker(other.Dates);
        List<string> numbers = [.. Numbers.Where(number => !isThere(number))];
        List<string> codes = [.. Codes.Where(code => !isThere(code))];
        List<string> dates = [.. Dates.Where(date => !isDateThere(date))];
        return new NumberTokens(
            other.Codes.Count > 0 || other.Numbers.Count > 0 ? [.. numbers, .. codes] : numbers, dates, codes);
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
        if (next >= EastAsian.First && char.IsLetter(next))
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
        start > 0 && text[start - 1] < EastAsian.First && char.IsLetter(text[start - 1])
        && (text[start] == '-' || (char.IsDigit(text[start]) && char.IsUpper(text[start - 1])));

    /// <summary>Leaves out zeros in front, and the ending of an ordinal number in English.</summary>
    private static string Normal(string number)
    {
        int zeros = 0;
        while (zeros + 1 < number.Length && number[zeros] == '0' && char.IsDigit(number[zeros + 1]))
        {
            zeros++;
        }

        int end = number.Length > 2 && number[^2..] is "ST" or "ND" or "RD" or "TH" && char.IsDigit(number[^3]) ? 2 : 0;
        return number[zeros..^end];
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
