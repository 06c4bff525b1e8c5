using System.Collections.Immutable;

namespace NewsDiff.Pages.Texts;

/// <summary>The form of words that a number needs, by the rules of Unicode's CLDR for whole numbers.</summary>
internal static class PluralForm
{
    /// <summary>The forms of a language.</summary>
    internal static ImmutableArray<string> AllOf(string language) => language switch
    {
        "ar" => ["zero", "one", "two", "few", "many", "other"],
        "ru" => ["one", "few", "many"],
        "ja" => ["other"],
        _ => ["one", "other"],
    };

    /// <summary>The form for a number of at least 0.</summary>
    internal static string Of(string language, int number) => (language, number % 10, number % 100) switch
    {
        ("ja", _, _) => "other",
        ("ar", _, _) when number <= 2 => number switch { 0 => "zero", 1 => "one", _ => "two" },
        ("ar", _, >= 3 and <= 10) => "few",
        ("ar", _, >= 11) => "many",
        ("ar", _, _) => "other",
        ("ru", 1, not 11) => "one",
        ("ru", >= 2 and <= 4, not (>= 12 and <= 14)) => "few",
        ("ru", _, _) => "many",
        ("fr" or "pt", _, _) => number <= 1 ? "one" : "other",
        _ => number == 1 ? "one" : "other",
    };
}
