namespace NewsDiff.Dates;

/// <summary>Reads English names of months, whole or abbreviated.</summary>
internal static class EnglishMonths
{
    /// <summary>The number of a month; 0 for any other word.</summary>
    public static byte Find(ReadOnlySpan<char> word)
    {
        ReadOnlySpan<string> names =
        [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december",
        ];
        for (int i = 0; i < names.Length && word.Length >= 3; i++)
        {
            if (names[i].AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return (byte)(i + 1);
            }
        }

        return 0;
    }
}
