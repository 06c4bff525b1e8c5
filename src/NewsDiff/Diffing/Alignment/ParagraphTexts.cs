using System.Collections.Immutable;

namespace NewsDiff.Diffing.Alignment;

/// <summary>The texts of all paragraphs, compared word by word with shared buffers.</summary>
internal sealed class ParagraphTexts(
    ImmutableArray<Paragraph> old, ImmutableArray<Paragraph> @new, DiffEngine engine, DiffOptions options)
{
    /// <summary>Compares some old paragraphs with some new ones, each side joined by blank lines.</summary>
    internal TextDiff Compare(List<int> oldPlaces, List<int> newPlaces) =>
        Compare(Join(old, oldPlaces, "\n\n"), Join(@new, newPlaces, "\n\n"), isTidied: true);

    /// <summary>The comparison of equal paragraphs whose words are counted; null if a comparison is needed.</summary>
    internal TextDiff? TryKeep(int oldPlace, int newPlace, int words)
    {
        string text = @new[newPlace].Text;

        // The words of a bag leave out invisible characters if the options do; those of a comparison never.
        return old[oldPlace].Text == text && !options.IgnoreInvisible
            ? new TextDiff(text, text, DiffEngine.WriteSame(text), options, new DiffStatistics(words, 0, 0))
            : null;
    }

    /// <summary>Counts the words that a comparison keeps, ignoring the ends of paragraphs.</summary>
    internal int CountKept(List<int> oldPlaces, List<int> newPlaces) =>
        Compare(Join(old, oldPlaces, " "), Join(@new, newPlaces, " "), isTidied: false).Statistics.WordsKept;

    internal ParagraphKind? OldKind(List<int> places) => KindOf(old, places);

    internal ParagraphKind? NewKind(List<int> places) => KindOf(@new, places);

    private TextDiff Compare(string oldText, string newText, bool isTidied) =>
        new(oldText, newText, engine.Compare(oldText, newText, isTidied), options);

    /// <summary>The kind of all paragraphs, or null when they have several.</summary>
    private static ParagraphKind? KindOf(ImmutableArray<Paragraph> paragraphs, List<int> places)
    {
        ParagraphKind first = paragraphs[places[0]].Kind;
        foreach (int place in places)
        {
            if (paragraphs[place].Kind != first)
            {
                return null;
            }
        }

        return first;
    }

    private static string Join(ImmutableArray<Paragraph> paragraphs, List<int> places, string separator)
    {
        string text = paragraphs[places[0]].Text;
        return places.Count == 1 ? text : JoinSeveral(paragraphs, places, separator);
    }

    private static string JoinSeveral(ImmutableArray<Paragraph> paragraphs, List<int> places, string separator) =>
        string.Join(separator, places.Select(place => paragraphs[place].Text));
}
