using System.Globalization;

namespace NewsDiff.Dates;

/// <summary>Reads the offsets in dates of feeds: "+02:00", "-0500", "+1".</summary>
internal static class FeedOffset
{
    private const int MostDigits = 4;
    private const int MostHours = 14;

    /// <summary>Reads an offset.</summary>
    /// <param name="text">The text, which begins with a sign.</param>
    /// <param name="offset">The offset; null when no place on earth has it.</param>
    /// <returns>Whether the text is an offset.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, out TimeSpan? offset)
    {
        offset = null;
        Span<char> digits = stackalloc char[MostDigits];
        int length = 0;
        foreach (char c in text[1..])
        {
            if (c == ':')
            {
                continue;
            }

            if (length == MostDigits || !char.IsAsciiDigit(c))
            {
                return false;
            }

            digits[length++] = c;
        }

        if (length == 0)
        {
            return false;
        }

        // Without the zero in front: "+1", "+100".
        int number = int.Parse(digits[..length], NumberStyles.None, CultureInfo.InvariantCulture);
        var stated = length <= 2 ? new TimeSpan(number, 0, 0) : new TimeSpan(number / 100, number % 100, 0);
        offset = stated > TimeSpan.FromHours(MostHours) ? null : text[0] == '-' ? -stated : stated;
        return true;
    }
}
