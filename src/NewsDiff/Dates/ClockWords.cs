using System.Collections.Frozen;
using NewsDiff.Languages;

namespace NewsDiff.Dates;

/// <summary>Recognises words beside a clock time that cannot name a half of the day.</summary>
internal static class ClockWords
{
    /// <summary>The minimum length of a zone's abbreviation; two letters may be "pm".</summary>
    private const int ShortestZone = 3;

    private const int LongestZone = 5;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Harmless =
        KnownLanguages.Lookup(static language => language.ClockWords);

    /// <summary>Whether a word is known to mean something else: a particle, label or zone.</summary>
    /// <param name="word">The word, in any case.</param>
    public static bool IsHarmless(ReadOnlySpan<char> word) =>
        Harmless.Contains(word) || ZoneNames.Find(word) is not null;

    /// <summary>Whether an unknown word beside the time may mean a half of the day.</summary>
    /// <remarks>A capital behind the seconds is a military zone, and a slash is in names such as Europe/Rome.</remarks>
    /// <param name="word">The word.</param>
    /// <param name="isBehindSeconds">Whether the time has seconds.</param>
    public static bool MayMeanHalf(ReadOnlySpan<char> word, bool isBehindSeconds) =>
        char.IsLetter(word[0])
            && !word.Contains('/')
            && !(isBehindSeconds && word is [>= 'A' and <= 'Z'])
            && !IsHarmless(word.TrimEnd('.'))
            && !IsZoneLike(word);

    /// <summary>Whether a word looks like a zone's abbreviation: capitals only.</summary>
    /// <param name="word">The word.</param>
    public static bool IsZoneLike(ReadOnlySpan<char> word) =>
        word.Length is >= ShortestZone and <= LongestZone
            && !word.ContainsAnyExceptInRange('A', 'Z')
            && word is not (['A' or 'P', 'M', ..]);
}
