using System.Globalization;

namespace NewsDiff.Dates;

/// <summary>Reads the months of Chinese, Japanese and Korean: a number and the word for month.</summary>
internal static class EastAsianMonths
{
    private static readonly string[] Numbers =
        ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];

    /// <summary>The number of a month such as 3月, 三月 or 3월; 0 for others.</summary>
    public static byte Find(ReadOnlySpan<char> word)
    {
        if (word is not [.. var number, '月' or '월'])
        {
            return 0;
        }

        int month = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int stated)
            ? stated
            : Array.IndexOf(Numbers, number.ToString()) + 1;
        return month is >= 1 and <= 12 ? (byte)month : (byte)0;
    }
}
