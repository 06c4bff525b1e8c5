using System.Collections.Immutable;

namespace NewsDiff.Diffing.Alignment;

/// <summary>The texts of both articles' paragraphs, compared word by word with one set of buffers.</summary>
internal sealed class ParagraphTexts(ImmutableArray<Paragraph> old, ImmutableArray<Paragraph> @new, DiffOptions options)
{
    private readonly TextDiffer _differ = new(options);

    /// <summary>Compares some old paragraphs with some new ones, several of them joined by a blank line.</summary>
    internal TextDiff Compare(List<int> oldPlaces, List<int> newPlaces) =>
        _differ.Compute(Join(old, oldPlaces, "\n\n"), Join(@new, newPlaces, "\n\n"));

    /// <summary>Counts the words that such a comparison keeps, wherever paragraphs begin and end.</summary>
    internal int CountKept(List<int> oldPlaces, List<int> newPlaces) =>
        _differ.ComputeUntidied(Join(old, oldPlaces, " "), Join(@new, newPlaces, " ")).Statistics.WordsKept;

    private static string Join(ImmutableArray<Paragraph> paragraphs, List<int> places, string separator) =>
        places.Count == 1
            ? paragraphs[places[0]].Text
            : string.Join(separator, places.Select(place => paragraphs[place].Text));
}
