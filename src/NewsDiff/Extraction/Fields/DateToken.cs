using System.Globalization;

namespace NewsDiff.Extraction.Fields;

/// <summary>A number, a word or a mark of a text that may state a date.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Digits">How many digits a number has; 0 for others.</param>
/// <param name="Value">The number, or the month that a word names, or 0.</param>
/// <param name="IsWord">Whether it is a word.</param>
internal readonly record struct DateToken(int Start, int End, int Digits, int Value, bool IsWord)
{
    private const int LongestText = 400;

    public bool IsNumber => Digits > 0;

    public bool IsMonth => IsWord && Value > 0;

    public bool IsYear => Digits == 4 && Value is (>= 1900 and <= 2100) or (>= 2500 and <= 2600);

    /// <summary>Cuts the beginning of a text into tokens; spaces are left out.</summary>
    public static List<DateToken> Split(ReadOnlySpan<char> text)
    {
        var tokens = new List<DateToken>();
        int position = 0;
        int length = Math.Min(text.Length, LongestText);
        while (position < length)
        {
            int start = position;
            if (char.IsAsciiDigit(text[position]))
            {
                while (position < length && char.IsAsciiDigit(text[position]))
                {
                    position++;
                }

                int digits = position - start;
                int value = digits <= 9 ? int.Parse(text[start..position], CultureInfo.InvariantCulture) : -1;
                tokens.Add(new DateToken(start, position, digits, value, false));
            }
            else if (char.IsLetter(text[position]))
            {
                position = EndOfWord(text[..length], position);
                tokens.Add(new DateToken(start, position, 0, MonthNames.Find(text[start..position]), true));
            }
            else
            {
                position++;
                if (!char.IsWhiteSpace(text[start]))
                {
                    tokens.Add(new DateToken(start, position, 0, 0, false));
                }
            }
        }

        return tokens;
    }

    private static int EndOfWord(ReadOnlySpan<char> text, int position)
    {
        if (IsUnit(text[position]))
        {
            return position + 1;
        }

        int start = position;
        while (position < text.Length && !IsUnit(text[position])
            && !(position > start && char.IsUpper(text[position]) && char.IsLower(text[position - 1]))
            && (char.IsLetter(text[position])
                || char.GetUnicodeCategory(text[position]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
        {
            position++;
        }

        return position;
    }

    /// <summary>Year, month, day, hour and minute as East Asian languages write them after the number.</summary>
    private static bool IsUnit(char c) => "年月日時时分년월일시분号號".Contains(c, StringComparison.Ordinal);
}
