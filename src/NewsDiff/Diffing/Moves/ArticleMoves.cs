using System.Collections.Immutable;

namespace NewsDiff.Diffing.Moves;

/// <summary>Finds what moved between and inside the paragraphs of an article.</summary>
internal static class ArticleMoves
{
    internal static ImmutableArray<DiffMove> Find(ArticleDiff diff, DiffOptions options)
    {
        var finder = new MoveFinder(options);
        foreach (ParagraphChange change in diff.Paragraphs)
        {
            if (change.Words is null)
            {
                AddWhole(diff.Before.Paragraphs, change.OldIndexes, finder.AddDeleted);
                AddWhole(diff.After.Paragraphs, change.NewIndexes, finder.AddInserted);
                continue;
            }

            foreach (DiffEdit edit in change.Words.Edits)
            {
                if (edit.Kind == EditKind.Delete)
                {
                    AddParts(diff.Before.Paragraphs, change.OldIndexes, edit.OldRange, finder.AddDeleted);
                }
                else if (edit.Kind == EditKind.Insert)
                {
                    AddParts(diff.After.Paragraphs, change.NewIndexes, edit.NewRange, finder.AddInserted);
                }
            }
        }

        return finder.Find();
    }

    private static void AddWhole(
        ImmutableArray<Paragraph> paragraphs, ImmutableArray<int> indexes, Action<MoveStretch> add)
    {
        foreach (int index in indexes)
        {
            add(new MoveStretch(index, paragraphs[index].Text, 0, paragraphs[index].Text.Length));
        }
    }

    // The parts of an edit in each paragraph: those of a split or merged one are joined by blank lines.
    private static void AddParts(
        ImmutableArray<Paragraph> paragraphs, ImmutableArray<int> indexes, Range edit, Action<MoveStretch> add)
    {
        int offset = 0;
        foreach (int index in indexes)
        {
            string text = paragraphs[index].Text;
            int start = Math.Max(edit.Start.Value - offset, 0);
            int end = Math.Min(edit.End.Value - offset, text.Length);
            if (start < end)
            {
                add(new MoveStretch(index, text, start, end));
            }

            offset += text.Length + ParagraphChange.Joint.Length;
            if (offset >= edit.End.Value)
            {
                return;
            }
        }
    }
}
