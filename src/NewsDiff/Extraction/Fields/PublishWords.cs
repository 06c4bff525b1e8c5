using System.Buffers;
using NewsDiff.Dates;
using NewsDiff.Extraction.Parsing;
using NewsDiff.Languages;

namespace NewsDiff.Extraction.Fields;

/// <summary>The labels of publication dates, in the languages of many newspapers.</summary>
internal static class PublishWords
{
    private const int LongestLabel = 24;

    private static readonly SearchValues<string> Words = SearchValues.Create(
        KnownLanguages.Phrases(static language => language.PublishLabels), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a line has a label of publication.</summary>
    public static bool AreIn(ReadOnlySpan<char> line) => line.ContainsAny(Words);

    /// <summary>Where the first label of publication begins in a line; -1 for nowhere.</summary>
    public static int IndexIn(ReadOnlySpan<char> line) => line.IndexOfAny(Words);

    /// <summary>Whether a label of publication is directly before an element, with no date between.</summary>
    public static bool StandBefore(Page page, in PageNode node)
    {
        ReadOnlySpan<char> before = page.TextOf(Math.Max(0, node.TextStart - LongestLabel), node.TextStart);
        ReadOnlySpan<char> label = before[(DateDigits.LastIn(before) + 1)..];
        return label.ContainsAny(Words);
    }
}
