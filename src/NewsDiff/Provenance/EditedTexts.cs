using System.Collections.Immutable;
using NewsDiff.Diffing.Alignment;

namespace NewsDiff.Provenance;

/// <summary>Gives edited texts the words that the comparison keeps.</summary>
/// <param name="words">The words.</param>
/// <param name="version">The version that is read.</param>
internal sealed class EditedTexts(WordTable words, int version)
{
    /// <summary>Compares texts of the previous version with those of this one.</summary>
    /// <param name="old">Texts with loose words.</param>
    /// <param name="new">Texts with unknown words.</param>
    internal void Match(List<TracedText> old, List<TracedText> @new)
    {
        if (old.Find(static text => text.IsTitle) is { } oldTitle
            && @new.Find(static text => text.IsTitle) is { } newTitle)
        {
            Keep(TextDiff.Compute(oldTitle.Text, newTitle.Text), [oldTitle], [newTitle]);
        }

        MatchParagraphs(
            old.FindAll(static text => !text.IsTitle), @new.FindAll(static text => !text.IsTitle));
    }

    private void MatchParagraphs(List<TracedText> old, List<TracedText> @new)
    {
        if (old.Count == 0 || @new.Count == 0)
        {
            return;
        }

        ImmutableArray<ParagraphChange> changes =
            ParagraphAligner.Align(ParagraphsOf(old), ParagraphsOf(@new), DiffOptions.Default);
        foreach (ParagraphChange change in changes)
        {
            if (change.Words is { } diff)
            {
                Keep(
                    diff,
                    [.. change.OldIndexes.Select(index => old[index])],
                    [.. change.NewIndexes.Select(index => @new[index])]);
            }
        }
    }

    private static ImmutableArray<Paragraph> ParagraphsOf(List<TracedText> texts) =>
        [.. texts.Select(static text => new Paragraph(text.Text))];

    // A kept stretch has the same words on both sides, in the same order.
    private void Keep(TextDiff diff, ImmutableArray<TracedText> old, ImmutableArray<TracedText> @new)
    {
        var oldWords = new JoinedWords(old);
        var newWords = new JoinedWords(@new);
        foreach (DiffEdit edit in diff.Edits)
        {
            if (edit.Kind == EditKind.Equal)
            {
                oldWords.SkipTo(edit.OldStart);
                newWords.SkipTo(edit.NewStart);
                int oldEnd = edit.OldStart + edit.OldLength;
                int newEnd = edit.NewStart + edit.NewLength;
                while (oldWords.MoveNext(oldEnd) && newWords.MoveNext(newEnd))
                {
                    Keep(oldWords.Word, newWords);
                }
            }
        }
    }

    private void Keep(int word, JoinedWords place)
    {
        if (place.Word == TracedText.Unknown && words.IsLoose(word) && words.TokenOf(word) == place.Token)
        {
            place.Word = word;
            words.Take(word, version);
        }
    }
}
