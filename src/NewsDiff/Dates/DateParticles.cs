using System.Collections.Frozen;
using NewsDiff.Languages;

namespace NewsDiff.Dates;

/// <summary>The small words between the parts of a date.</summary>
internal static class DateParticles
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words =
        KnownLanguages.Lookup(static language => language.DateParticles);

    /// <summary>Whether a word is one.</summary>
    /// <param name="word">The word, in any case.</param>
    public static bool Contains(ReadOnlySpan<char> word) => Words.Contains(word);
}
