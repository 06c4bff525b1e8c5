using System.Globalization;

namespace NewsDiff.Dates;

/// <summary>Digits of any script.</summary>
internal static class DateDigits
{
    /// <summary>Where the last digit of a text is; -1 for nowhere.</summary>
    public static int LastIn(ReadOnlySpan<char> text)
    {
        for (int i = text.Length - 1; i >= 0; i--)
        {
            if (char.IsDigit(text[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Writes a text with its digits as those of ASCII.</summary>
    /// <param name="text">The text.</param>
    /// <param name="ascii">Where to; as long as the text.</param>
    public static void ToAscii(ReadOnlySpan<char> text, Span<char> ascii)
    {
        for (int i = 0; i < text.Length; i++)
        {
            ascii[i] = char.IsDigit(text[i]) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(text[i])) : text[i];
        }
    }
}
