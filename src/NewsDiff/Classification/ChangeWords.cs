using System.Collections.Concurrent;
using System.Collections.Frozen;
using NewsDiff.Languages;

namespace NewsDiff.Classification;

/// <summary>The words of one language by which changes are classified.</summary>
internal sealed class ChangeWords
{
    private static readonly ConcurrentDictionary<string, ChangeWords?> Known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The shortest name of a month or weekday; shorter ones are other words too.</summary>
    private const int FewestOfDate = 3;

    private ChangeWords(Language language)
    {
        // In scripts without spaces between words, parts of a text are searched for instead of words.
        ArePartsOfText = language.Codes.Split(' ').Any(code => code is "zh" or "ja" or "ko");
        HasNames = !language.Codes.Split(' ').Contains("de");
        HasCapitalDates = language.Codes.Split(' ').Any(code => code is "en" or "de");
        Negations = Set(language.Negations);
        Hedges = Set(language.HedgeWords);
        Sayings = Set(language.SayingWords);
        Numbers = Set(language.NumberWords);
        Absences = Set(language.AbsenceWords);
        Approximations = Set(language.ApproximationWords);
        Quoting = Set(language.QuotingWords);
        Compounds = Set(language.OtherCompounds);
        Places = Set(language.Places);
        Honorifics = Set(language.Honorifics);
        Dates = Set(language.Months.Replace(',', ' ') + " " + language.Weekdays.Replace(',', ' '))
            .Where(word => word.Length >= FewestOfDate || ArePartsOfText)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether the sets hold parts of a text instead of whole words.</summary>
    public bool ArePartsOfText { get; }

    /// <summary>Whether a capital marks a name: inside a sentence, or in another script than the text's.</summary>
    public bool HasNames { get; }

    /// <summary>Whether months and weekdays are written with a capital.</summary>
    public bool HasCapitalDates { get; }

    public FrozenSet<string> Negations { get; }

    /// <summary>Words such as "without", which deny only in the place of others.</summary>
    public FrozenSet<string> Absences { get; }

    /// <summary>Words such as "about", which hedge only before a number.</summary>
    public FrozenSet<string> Approximations { get; }

    /// <summary>Words beside quotations that name no source.</summary>
    public FrozenSet<string> Quoting { get; }

    /// <summary>Phrases, and longer words, in which a word or part means something else.</summary>
    public FrozenSet<string> Compounds { get; }

    /// <summary>Names of places, in scripts without capitals.</summary>
    public FrozenSet<string> Places { get; }

    /// <summary>Words after names of people, in scripts without capitals.</summary>
    public FrozenSet<string> Honorifics { get; }

    public FrozenSet<string> Hedges { get; }

    public FrozenSet<string> Sayings { get; }

    public FrozenSet<string> Numbers { get; }

    /// <summary>The names of months and weekdays.</summary>
    public FrozenSet<string> Dates { get; }

    /// <summary>The words of a language; null when they are not known.</summary>
    /// <param name="tag">A language tag, such as <c>de-CH</c>, or null.</param>
    public static ChangeWords? Of(string? tag)
    {
        string code = tag?.Split('-', '_')[0] ?? "";
        return code.Length is 2 or 3 ? Known.GetOrAdd(code, Find) : null;
    }

    private static ChangeWords? Find(string code)
    {
        Language? language = KnownLanguages.All.FirstOrDefault(language =>
            language.Negations.Length > 0
            && language.Codes.Split(' ').Contains(code, StringComparer.OrdinalIgnoreCase));
        return language is null ? null : new ChangeWords(language);
    }

    private static FrozenSet<string> Set(string words) =>
        Language.Split(words).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
