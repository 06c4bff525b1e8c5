using System.Buffers;
using System.Globalization;

namespace NewsDiff.Dates;

/// <summary>Reads the numbers in dates of feeds: ASCII digits alone, without sign or spaces.</summary>
internal static class FeedNumber
{
    private const int MostDigits = 4;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    /// <summary>Whether a text consists of digits.</summary>
    public static bool IsDigits(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExcept(Digits);

    /// <summary>Reads a number of at most four digits.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out int? number)
    {
        bool isNumber = IsDigits(text) && text.Length <= MostDigits;
        number = isNumber ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;
        return isNumber;
    }
}
