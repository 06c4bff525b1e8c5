using System.Collections.Frozen;
using System.Collections.Immutable;

namespace NewsDiff.Languages;

/// <summary>All languages with known words. A new language is a file of its own, and a name here.</summary>
internal static class KnownLanguages
{
    /// <summary>The languages; where one word means two things, a later language wins.</summary>
    public static readonly ImmutableArray<Language> All =
    [
        AnyLanguage.Words, English.Words, German.Words, French.Words, Spanish.Words, Portuguese.Words, Italian.Words,
        Catalan.Words, Galician.Words, Basque.Words, Romanian.Words, Dutch.Words, Afrikaans.Words, Swedish.Words,
        Danish.Words, Norwegian.Words, Icelandic.Words, Faroese.Words, Finnish.Words, Estonian.Words, Latvian.Words,
        Lithuanian.Words, Polish.Words, Czech.Words, Slovak.Words, Hungarian.Words, Slovenian.Words, Croatian.Words,
        Serbian.Words, Turkish.Words, Azerbaijani.Words, Uzbek.Words, Albanian.Words, Welsh.Words, Indonesian.Words,
        Malay.Words, Tagalog.Words, Swahili.Words, Vietnamese.Words, Russian.Words, Ukrainian.Words, Belarusian.Words,
        Bulgarian.Words, Macedonian.Words, SerbianCyrillic.Words, Kazakh.Words, Greek.Words, Armenian.Words,
        Georgian.Words, Hebrew.Words, Arabic.Words, Persian.Words, Urdu.Words, Hindi.Words, Marathi.Words,
        Bengali.Words, Punjabi.Words, Gujarati.Words, Tamil.Words, Telugu.Words, Kannada.Words, Malayalam.Words,
        Thai.Words, Chinese.Words, Japanese.Words, Korean.Words,
        .. OtherLanguages.All,
    ];

    /// <summary>Words of all languages, each once.</summary>
    /// <param name="of">The words of a language, separated by spaces.</param>
    public static IEnumerable<string> Words(Func<Language, string> of) =>
        All.SelectMany(language => Language.Split(of(language))).Distinct(StringComparer.Ordinal);

    /// <summary>Phrases of all languages, each once.</summary>
    /// <param name="of">The phrases of a language.</param>
    public static string[] Phrases(Func<Language, ImmutableArray<string>> of) =>
        [.. All.SelectMany(language => of(language)).Distinct(StringComparer.Ordinal)];

    /// <summary>The words of all languages, in any case.</summary>
    /// <param name="of">The words of a language, separated by spaces.</param>
    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(Func<Language, string> of) =>
        Words(of).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
