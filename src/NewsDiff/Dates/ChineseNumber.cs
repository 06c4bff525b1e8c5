using System.Buffers;

namespace NewsDiff.Dates;

/// <summary>Reads the Chinese numerals of a date: 二〇二六年五月二十一日.</summary>
internal static class ChineseNumber
{
    private const string Digits = "〇一二三四五六七八九";
    private const string OtherZeros = "零○";
    private const char Ten = '十';
    private const int DigitsOfYear = 4;

    /// <summary>The longest number of a month or a day: 二十一.</summary>
    private const int LongestOfDay = 3;

    private static readonly SearchValues<char> Numerals = SearchValues.Create(Digits + OtherZeros + Ten);

    /// <summary>The length of the number that a text begins with; 0 for none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isAfterYear">Whether a year in such numerals was read; without one, only a year counts.</param>
    public static int LengthAt(ReadOnlySpan<char> text, bool isAfterYear)
    {
        int length = text.IndexOfAnyExcept(Numerals);
        bool isNumber = length > 0
            && (text[length] == '年'
                ? length == DigitsOfYear && !text[..length].Contains(Ten)
                : isAfterYear && length <= LongestOfDay && text[length] is '月' or '日' or '号' or '號');
        return isNumber ? length : 0;
    }

    /// <summary>The value of a number: 二〇二六, 五, 十一 or 二十一.</summary>
    public static int Read(ReadOnlySpan<char> number)
    {
        int value = 0;
        bool hasTens = false;
        foreach (char c in number)
        {
            int digit = Math.Max(Digits.IndexOf(c, StringComparison.Ordinal), 0);
            value = c == Ten ? Math.Max(value, 1) * 10 : hasTens ? value + digit : (value * 10) + digit;
            hasTens |= c == Ten;
        }

        return value;
    }
}
