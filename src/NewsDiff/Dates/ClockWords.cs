using System.Collections.Frozen;

namespace NewsDiff.Dates;

/// <summary>Recognises words beside a clock time that cannot name a half of the day.</summary>
internal static class ClockWords
{
    /// <summary>The least letters of a zone's abbreviation; some two-letter ones are halves of a day.</summary>
    private const int ShortestZone = 3;

    private const int LongestZone = 5;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Harmless = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "t", "z", "h", "hs", "hrs", "hours", "uhr", "uur", "klo", "kl", "kello", "at", "um", "am", "om", "à", "a",
        "às", "as",
        "las", "la", "alle", "ore", "ora", "ob", "u", "o", "в", "о", "об",
        "у", "від", "от", "saat", "saati", "pukul", "pkl", "jam", "lúc", "vào", "godz", "godzina", "plkst", "val",
        "στις", "ώρα", "час", "ч", "год", "г", "г.", "klukkan", "í", "den", "the", "d",
        "الساعة", "ساعة", "على", "بتوقيت", "في", "ساعت", "בשעה", "ב", "เวลา", "น", "बजे", "को", "নাগাদ", "by", "von",
        "par", "por", "di", "af", "av", "door", "od", "przez", "from", "in", "on",
        "min", "mins", "minutes", "read", "comments", "local", "time", "updated", "published", "posted", "op", "le",
        "il", "el", "dne", "dnia", "of", "til", "og", "and", "und", "et", "pt", "ct", "mt", "y", "e", "i", "och",
        "eastern", "central", "mountain", "pacific", "atlantic", "european", "standard", "daylight", "summer")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word is known to mean something else: a particle, label or zone.</summary>
    /// <param name="word">The word, in any case.</param>
    public static bool IsHarmless(ReadOnlySpan<char> word) =>
        Harmless.Contains(word) || ZoneNames.Find(word) is not null;

    /// <summary>Whether a word looks like a zone's abbreviation: capitals only.</summary>
    /// <param name="word">The word.</param>
    public static bool IsZoneLike(ReadOnlySpan<char> word) =>
        word.Length is >= ShortestZone and <= LongestZone
            && !word.ContainsAnyExceptInRange('A', 'Z')
            && word is not (['A' or 'P', 'M', ..]);
}
