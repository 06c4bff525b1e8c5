using System.Collections.Immutable;

namespace NewsDiff.Provenance;

/// <summary>A text of an article, a title or a paragraph, and its words; versions share it.</summary>
/// <param name="text">The text.</param>
/// <param name="isTitle">Whether it is a title.</param>
/// <param name="places">Its words as the comparison cuts them.</param>
internal sealed class TracedText(string text, bool isTitle, ImmutableArray<WordPlace> places)
{
    /// <summary>A word about which nothing is known yet.</summary>
    internal const int Unknown = -1;

    internal string Text => text;

    internal bool IsTitle => isTitle;

    internal ImmutableArray<WordPlace> Places => places;

    /// <summary>The numbers of its words.</summary>
    internal int[] Words { get; } = [.. Enumerable.Repeat(Unknown, places.Length)];

    /// <summary>The version that last had it.</summary>
    internal int Version { get; set; }

    /// <summary>The number of the paragraph that it is a form of.</summary>
    internal int Paragraph { get; set; } = Unknown;

    /// <summary>Where each sentence begins, and the end of the last, as indexes of words.</summary>
    /// <remarks>
    /// The cut is rough: a wrong one only makes the search for a moved sentence begin or end in its middle.
    /// </remarks>
    internal IEnumerable<(int Start, int End)> FindSentences()
    {
        int start = 0;
        for (int i = 0; i < places.Length; i++)
        {
            if (i == places.Length - 1 || (IsStop(i) && !IsStop(i + 1) && !IsClosing(i + 1)))
            {
                yield return (start, i + 1);
                start = i + 1;
            }
        }
    }

    // A full stop with white space after it, or one of a script without spaces; quotation marks may follow it.
    private bool IsStop(int index)
    {
        char c = text[places[index].Start];
        bool isLoose = index + 1 < places.Length
            && places[index + 1].Start > places[index].Start + places[index].Length;
        return c is '。' or '！' or '？'
            || (c is '.' or '!' or '?' or '…' or '؟' or '।' or '۔' && isLoose)
            || (IsClosing(index) && IsStopMark(text[places[index - 1].Start]) && isLoose);
    }

    private bool IsClosing(int index) =>
        index > 0
        && text[places[index].Start] is '"' or '”' or '’' or '»' or '“' or ')' or '」' or '』' or '）'
        && places[index].Start == places[index - 1].Start + places[index - 1].Length;

    private static bool IsStopMark(char c) => c is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '؟';
}
