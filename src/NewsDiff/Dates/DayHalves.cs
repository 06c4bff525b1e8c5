using System.Collections.Immutable;
using NewsDiff.Languages;

namespace NewsDiff.Dates;

/// <summary>The words for halves of the day, and how they convert a 12-hour clock.</summary>
internal static class DayHalves
{
    private const int Hours = 24;

    /// <summary>For each half, the hours of the day for 0 to 12; -1 if unknown.</summary>
    private static readonly ImmutableArray<ImmutableArray<int>> HoursOf =
    [
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0],
        [12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 12],
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, -1],
        [0, 1, 2, 3, 4, 5, 6, -1, -1, -1, -1, -1, 0],
        [-1, 13, 14, 15, -1, -1, -1, -1, -1, -1, -1, 11, 12],
        [-1, 13, 14, 15, 16, 17, 18, 19, 20, 21, -1, -1, 12],
        [12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, -1],
        [-1, -1, -1, -1, 16, 17, 18, 19, 20, 21, 22, 23, -1],
        [-1, -1, -1, -1, -1, -1, -1, 19, 20, 21, 22, 23, -1],
    ];

    /// <summary>All words with their meanings.</summary>
    public static IEnumerable<(string Word, DayHalf Half)> Words =>
        from language in KnownLanguages.All
        from half in HalvesOf(language)
        from word in Language.Split(half.Words)
        select (word, half.Half);

    /// <summary>The hour of the day; null when the word is ambiguous or contradicts the clock.</summary>
    /// <param name="half">The half of the day, or none.</param>
    /// <param name="hour">The hour that the clock shows.</param>
    public static int? HourOf(DayHalf half, int hour)
    {
        if (hour is < 0 or >= Hours)
        {
            return null;
        }

        if (hour > 12)
        {
            return half == DayHalf.None || HoursOf[(int)half].Contains(hour) ? hour : null;
        }

        int read = HoursOf[(int)half][hour];
        return read < 0 ? null : read;
    }

    private static (DayHalf Half, string Words)[] HalvesOf(Language language) =>
    [
        (DayHalf.Am, language.Am),
        (DayHalf.Pm, language.Pm),
        (DayHalf.Morning, language.Morning),
        (DayHalf.Small, language.Small),
        (DayHalf.Midday, language.Midday),
        (DayHalf.Afternoon, language.Afternoon),
        (DayHalf.Later, language.Later),
        (DayHalf.Evening, language.Evening),
        (DayHalf.Night, language.Night),
    ];
}
