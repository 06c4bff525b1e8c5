using System.Globalization;
using System.Text;

namespace NewsDiff.Dates;

/// <summary>Digits of any script.</summary>
internal static class DateDigits
{
    /// <summary>The index of the last digit of a text; -1 for none.</summary>
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

    /// <summary>Whether a text has a digit, or a year that may be in Chinese numerals.</summary>
    public static bool AreIn(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('0', '9') || (!Ascii.IsValid(text) && (LastIn(text) >= 0 || text.Contains('年')));

    /// <summary>Copies a text with its digits converted to ASCII.</summary>
    /// <param name="text">The text.</param>
    /// <param name="ascii">The destination, as long as the text.</param>
    public static void ToAscii(ReadOnlySpan<char> text, Span<char> ascii)
    {
        for (int i = 0; i < text.Length; i++)
        {
            ascii[i] = char.IsDigit(text[i]) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(text[i])) : text[i];
        }
    }
}
