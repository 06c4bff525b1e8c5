using System.Collections.Immutable;

namespace NewsDiff.Diffing.Alignment;

/// <summary>The texts of all paragraphs, compared word by word with shared buffers.</summary>
internal sealed class ParagraphTexts(ImmutableArray<Paragraph> old, ImmutableArray<Paragraph> @new, DiffOptions options)
{
    private readonly TextDiffer _differ = new(options);

    /// <summary>Compares some old paragraphs with some new ones, each side joined by blank lines.</summary>
    internal TextDiff Compare(List<int> oldPlaces, List<int> newPlaces) =>
        _differ.Compute(Join(old, oldPlaces, "\n\n"), Join(@new, newPlaces, "\n\n"));

    /// <summary>Counts the words that a comparison keeps, ignoring the ends of paragraphs.</summary>
    internal int CountKept(List<int> oldPlaces, List<int> newPlaces) =>
        _differ.ComputeUntidied(Join(old, oldPlaces, " "), Join(@new, newPlaces, " ")).Statistics.WordsKept;

    internal ParagraphKind? OldKind(List<int> places) => KindOf(old, places);

    internal ParagraphKind? NewKind(List<int> places) => KindOf(@new, places);

    /// <summary>The kind of all paragraphs, or null when they have several.</summary>
    private static ParagraphKind? KindOf(ImmutableArray<Paragraph> paragraphs, List<int> places)
    {
        ParagraphKind first = paragraphs[places[0]].Kind;
        return places.TrueForAll(place => paragraphs[place].Kind == first) ? first : null;
    }

    private static string Join(ImmutableArray<Paragraph> paragraphs, List<int> places, string separator) =>
        places.Count == 1
            ? paragraphs[places[0]].Text
            : string.Join(separator, places.Select(place => paragraphs[place].Text));
}
