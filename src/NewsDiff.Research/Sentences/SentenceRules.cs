using System.Collections.Frozen;
using NewsDiff.Languages;

namespace NewsDiff.Research.Sentences;

/// <summary>The rules about full stops in the language of a text.</summary>
internal sealed class SentenceRules
{
    private static readonly FrozenDictionary<string, SentenceRules> ByCode = Build();
    private static readonly SentenceRules OfAnyLanguage = new(
        [English.Words, German.Words, French.Words, Spanish.Words], hasOrdinals: false);

    // Abbreviations that are also words: they count as abbreviations only before a number.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AlsoWords =
        SetOf(Language.Split("no nos art mar on es ok dom ex min max in s"));

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _abbreviations;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _months;

    private SentenceRules(IEnumerable<Language> languages, bool hasOrdinals)
    {
        HasOrdinals = hasOrdinals;
        _abbreviations = SetOf(languages.SelectMany(static language => Language.Split(language.Abbreviations)));
        _months = SetOf(languages.SelectMany(static language => Language.Split(language.Months.Replace(',', ' '))));
    }

    /// <summary>Whether a full stop after a number makes it an ordinal: "3. Mai".</summary>
    internal bool HasOrdinals { get; }

    /// <summary>The rules of a language; for an unknown language, the abbreviations of four.</summary>
    internal static SentenceRules For(string? language) =>
        language is not null && ByCode.TryGetValue(language.Split('-', '_')[0], out SentenceRules? rules)
            ? rules
            : OfAnyLanguage;

    /// <summary>Whether a full stop after a word belongs to the word, and does not end the sentence.</summary>
    /// <param name="word">The word.</param>
    /// <param name="beforeNumber">Whether a number follows.</param>
    internal bool IsAbbreviation(ReadOnlySpan<char> word, bool beforeNumber) =>
        _abbreviations.Contains(word) && (beforeNumber || !AlsoWords.Contains(word));

    internal bool IsMonth(ReadOnlySpan<char> word) => _months.Contains(word);

    private static FrozenDictionary<string, SentenceRules> Build()
    {
        HashSet<string> ordinals = [.. Language.Split("de da no nb nn fi is fo cs sk pl sl hr sr bs hu tr et lv az")];
        Dictionary<string, SentenceRules> rules = new(StringComparer.OrdinalIgnoreCase);
        foreach (Language language in KnownLanguages.All.Where(static language => language.Abbreviations.Length > 0))
        {
            foreach (string code in Language.Split(language.Codes))
            {
                rules[code] = new SentenceRules([language], ordinals.Contains(code));
            }
        }

        return rules.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SetOf(IEnumerable<string> words) =>
        words.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
