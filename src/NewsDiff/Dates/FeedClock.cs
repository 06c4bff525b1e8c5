namespace NewsDiff.Dates;

/// <summary>Reads the times of day in dates of feeds: "14:20", "14:20:05.125", "142005".</summary>
internal static class FeedClock
{
    /// <summary>Reads a time.</summary>
    /// <remarks>Fractions of a second are dropped; a leap second is read as the second before it.</remarks>
    /// <param name="text">The text without zone and half of the day.</param>
    /// <param name="time">The time; zero when the text is not one.</param>
    /// <param name="hasSeconds">Whether the seconds are stated.</param>
    /// <returns>Whether the text is a time.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, out TimeSpan time, out bool hasSeconds)
    {
        int fraction = text.IndexOfAny('.', ',');
        ReadOnlySpan<char> clock = fraction < 0 ? text : text[..fraction];
        Span<int> parts = stackalloc int[3];
        int count = clock.Contains(':') ? ReadParts(clock, parts) : ReadPairs(clock, parts);
        hasSeconds = count == 3;
        bool isTime = count >= 2 && parts is [<= 24, <= 59, <= 60];
        time = isTime ? new TimeSpan(parts[0], parts[1], Math.Min(parts[2], 59)) : TimeSpan.Zero;
        return isTime;
    }

    /// <summary>Whether a word is a time with dots, as in "08.39.00".</summary>
    public static bool IsDotted(ReadOnlySpan<char> word) =>
        word is [_, _, '.', _, _] or [_, _, '.', _, _, '.', _, _]
            && FeedNumber.IsDigits(word[..2])
            && FeedNumber.IsDigits(word[3..5])
            && (word.Length == 5 || FeedNumber.IsDigits(word[6..]));

    /// <summary>Reads "14:20:05"; gives the number of parts, or 0.</summary>
    private static int ReadParts(ReadOnlySpan<char> clock, Span<int> parts)
    {
        int count = 0;
        foreach (Range range in clock.Split(':'))
        {
            if (count == parts.Length || !FeedNumber.TryRead(clock[range], out int? number))
            {
                return 0;
            }

            parts[count++] = number.GetValueOrDefault();
        }

        return count;
    }

    /// <summary>Reads "142005"; gives the number of parts, or 0.</summary>
    private static int ReadPairs(ReadOnlySpan<char> clock, Span<int> parts)
    {
        int count = 0;
        for (; count * 2 < clock.Length; count++)
        {
            if (count == parts.Length
                || clock.Length % 2 != 0
                || !FeedNumber.TryRead(clock.Slice(count * 2, 2), out int? number))
            {
                return 0;
            }

            parts[count] = number.GetValueOrDefault();
        }

        return count;
    }
}
