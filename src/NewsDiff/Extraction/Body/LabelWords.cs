using System.Buffers;
using System.Collections.Frozen;
using NewsDiff.Languages;

namespace NewsDiff.Extraction.Body;

/// <summary>Short lines between paragraphs that name something beside them, in any article.</summary>
internal static class LabelWords
{
    private const int LongestLabel = 30;
    private const int LongestMaker = 60;
    private const int LongestCaption = 200;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Labels =
        KnownLanguages.Phrases(static language => language.Labels)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> Ends = SearchValues.Create(".!?…()[]|\"”“»");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Pictures =
        KnownLanguages.Lookup(static language => language.PictureLabels);

    /// <summary>Whether a short line ends in the credit of a picture: "The pier. Photo: Jane Doe".</summary>
    public static bool IsCredit(ReadOnlySpan<char> line)
    {
        int colon = line.LastIndexOf(':');
        if (colon < 0 || colon > LongestCaption || line.Length - colon > LongestMaker || colon >= line.Length - 2)
        {
            return false;
        }

        ReadOnlySpan<char> before = line[..colon].TrimEnd();
        int start = before.LastIndexOfAny(Ends) + 1;
        ReadOnlySpan<char> label = before[start..].Trim();
        return Pictures.Contains(label)
            && char.IsUpper(label[0])
            && !line[(colon + 1)..].Contains(". ", StringComparison.Ordinal);
    }

    /// <summary>Whether a whole line is a label.</summary>
    public static bool IsLabel(ReadOnlySpan<char> line) =>
        line.Length <= LongestLabel + 10 && Labels.Contains(line.Trim(" :.-–—•|[]()"));
}
