using System.Collections.Frozen;

namespace NewsDiff.Dates;

/// <summary>The small words between the parts of a date.</summary>
internal static class DateParticles
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "de", "del", "dell", "d", "do", "da", "di", "den", "the", "of", "st", "nd", "rd", "th", "er", "re", "ro", "a",
        "o", "e", "ng", "ko", "hb", "m", "r", "г", "р", "року",
        "года", "gada", "năm", "ngày", "thn", "жылғы", "la", "le", "mes", "año", "ano", "any", "ב", "година", "من",
        "لعام", "سنة", "عام", "年", "月", "日", "년", "월", "일")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word is one.</summary>
    /// <param name="word">The word, in any case.</param>
    public static bool Contains(ReadOnlySpan<char> word) => Words.Contains(word);
}
