namespace NewsDiff.Dates;

/// <summary>Decides by their neighbours whether words such as "mar" are months or weekdays.</summary>
internal static class WeekdayWords
{
    /// <summary>The maximum number of tokens between weekday and month: the day, commas and dots.</summary>
    private const int Farthest = 6;

    /// <summary>Removes the month meaning from words near another month: such a word is the weekday.</summary>
    /// <param name="tokens">The tokens.</param>
    public static void Settle(List<DateToken> tokens)
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Word.IsMonthOrWeekday && IsNearAnother(tokens, i))
            {
                tokens[i] = tokens[i] with { Value = 0 };
            }
        }
    }

    private static bool IsNearAnother(List<DateToken> tokens, int index)
    {
        return IsMonthTowards(-1) || IsMonthTowards(1);

        bool IsMonthTowards(int step)
        {
            for (int i = index + step;
                i >= 0 && i < tokens.Count && Math.Abs(i - index) <= Farthest && !tokens[i].IsYear;
                i += step)
            {
                DateWord word = tokens[i].Word;
                if (word.IsMonth || word.IsDisputed || word.IsOtherMonth)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
