using System.Buffers;
using NewsDiff.Languages;

namespace NewsDiff.Dates;

/// <summary>Distinguishes labels of updates from labels of publications, in the languages of many newspapers.</summary>
internal static class UpdateWords
{
    private const int LongestLabel = 40;

    private static readonly SearchValues<string> Words = SearchValues.Create(
        KnownLanguages.Phrases(static language => language.UpdateLabels), StringComparison.OrdinalIgnoreCase);

    /// <summary>Where the label of an update begins in a line; -1 for nowhere.</summary>
    public static int IndexIn(ReadOnlySpan<char> line) => line.IndexOfAny(Words);

    /// <summary>Whether a line is only the label of the date below it.</summary>
    public static bool IsLabel(ReadOnlySpan<char> line) =>
        line.Length <= LongestLabel && DateDigits.LastIn(line) < 0 && IndexIn(line) >= 0;

    /// <summary>Whether a text ends in the label of an update, with no date after it.</summary>
    public static bool End(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> near = text[Math.Max(0, text.Length - LongestLabel)..];
        return IndexIn(near[(DateDigits.LastIn(near) + 1)..]) >= 0;
    }
}
