using System.Collections.Frozen;
using NewsDiff.Languages;

namespace NewsDiff.Extraction.Body;

/// <summary>Short lines between paragraphs that name something beside them, in any article.</summary>
internal static class LabelWords
{
    private const int LongestLabel = 30;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Labels =
        KnownLanguages.Phrases(static language => language.Labels)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a whole line is a label.</summary>
    public static bool IsLabel(ReadOnlySpan<char> line) =>
        line.Length <= LongestLabel + 10 && Labels.Contains(line.Trim(" :.-–—•|[]()"));
}
