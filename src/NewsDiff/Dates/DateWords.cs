using System.Collections.Frozen;
using NewsDiff.Languages;

namespace NewsDiff.Dates;

/// <summary>The words of dates in many languages: months, weekdays, halves of the day.</summary>
internal static class DateWords
{
    private const int LongestName = 32;

    private static readonly FrozenDictionary<string, DateWord> Words = Create();

    private static readonly FrozenDictionary<string, DateWord>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The first words of names of several words.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Beginnings =
        Words.Keys.Where(key => key.Contains(' ', StringComparison.Ordinal)).Select(key => key.Split(' ')[0])
            .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Finds the meaning of a word in any language.</summary>
    /// <param name="word">The word, in any case, or several words with one space between.</param>
    public static DateWord Find(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[LongestName];
        return word.Length <= LongestName && Lookup.TryGetValue(lower[..Lower(word, lower)], out DateWord found)
            ? found
            : default;
    }

    /// <summary>Finds the meaning of a word in a language, where languages differ.</summary>
    /// <param name="word">The word, in any case.</param>
    /// <param name="language">The language's code, or null.</param>
    public static DateWord FindIn(string? language, ReadOnlySpan<char> word)
    {
        Span<char> key = stackalloc char[LongestName];
        return language is not null && key.TryWrite($"{language}:{word}", out int length)
            ? Find(key[..length])
            : default;
    }

    /// <summary>Whether a name of several words begins with this one.</summary>
    /// <param name="word">The word, in any case.</param>
    public static bool BeginsName(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[LongestName];
        return word.Length <= LongestName && Beginnings.Contains(lower[..Lower(word, lower)]);
    }

    private static int Lower(ReadOnlySpan<char> word, Span<char> lower)
    {
        int length = word.ToLowerInvariant(lower);

        // The Turkish capital keeps its dot in the invariant culture.
        lower[..length].Replace('İ', 'i');
        return length;
    }

    private static FrozenDictionary<string, DateWord> Create()
    {
        var words = new Dictionary<string, DateWord>(StringComparer.Ordinal);
        void Add(string name, Func<DateWord, DateWord> with) => words[name] = with(words.GetValueOrDefault(name));

        foreach (Language language in KnownLanguages.All)
        {
            foreach ((int index, string[] names) in language.WeekdayNames.Index())
            {
                Array.ForEach(names, name => Add(name, word => word with { Weekday = (byte)(index + 1) }));
            }
        }

        AddMonths(Add);
        foreach ((int index, string name) in
            KnownLanguages.All.SelectMany(language => Language.Split(language.PersianMonths).Index()))
        {
            Add(name, word => word with { PersianMonth = (byte)(index + 1) });
        }

        foreach ((int index, string[] names) in
            KnownLanguages.All.SelectMany(language => language.IslamicMonthNames.Index()))
        {
            Array.ForEach(names, name => Add(name, word => word with { IslamicMonth = (byte)(index + 1) }));
        }

        foreach ((string name, DayHalf half) in DayHalves.Words)
        {
            Add(name, word => word with { Half = half });
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Adds month names.</summary>
    /// <remarks>A name that means different months in different languages counts only in a known language.</remarks>
    private static void AddMonths(Action<string, Func<DateWord, DateWord>> add)
    {
        var months = from language in KnownLanguages.All
                     from month in language.MonthNames.Index()
                     from name in month.Item
                     group (Month: (byte)(month.Index + 1), language.Codes) by name;
        foreach (var name in months)
        {
            bool isDisputed = name.Select(meaning => meaning.Month).Distinct().Skip(1).Any();
            add(
                name.Key,
                word => word with { Month = isDisputed ? (byte)0 : name.First().Month, IsDisputed = isDisputed });
            foreach ((byte month, string codes) in name.Where(_ => isDisputed))
            {
                Array.ForEach(codes.Split(' '), code => add($"{code}:{name.Key}", word => word with { Month = month }));
            }
        }
    }
}
