using System.Collections.Immutable;

namespace NewsDiff.Diffing.Moves;

/// <summary>Finds what moved between and inside the paragraphs of an article.</summary>
internal sealed class ArticleMoves
{
    private readonly MoveFinder _finder;
    private readonly ImmutableArray<Paragraph> _old;
    private readonly ImmutableArray<Paragraph> _new;
    private int _hunk;

    private ArticleMoves(ArticleDiff diff, DiffOptions options)
    {
        _finder = new MoveFinder(options);
        _old = diff.Before.Paragraphs;
        _new = diff.After.Paragraphs;
    }

    internal static ImmutableArray<DiffMove> Find(ArticleDiff diff, DiffOptions options)
    {
        var moves = new ArticleMoves(diff, options);
        foreach (ParagraphChange change in diff.Paragraphs)
        {
            moves._hunk++;
            if (change.Words is null)
            {
                AddParts(moves._old, change.OldIndexes, 0, int.MaxValue, moves.AddDeleted);
                AddParts(moves._new, change.NewIndexes, 0, int.MaxValue, moves.AddInserted);
            }
            else if (change.Kind != ParagraphChangeKind.Unchanged)
            {
                moves.AddEdits(change, change.Words);
            }
        }

        return moves._finder.Find();
    }

    private void AddEdits(ParagraphChange change, TextDiff words)
    {
        bool hasParts = change.OldIndexes.Length + change.NewIndexes.Length > 2;
        foreach (DiffEdit edit in words.Edits)
        {
            // In a split or a merge, a deletion and the insertion beside it may be in different paragraphs: they do not
            // share a place.
            _hunk += hasParts ? 1 : 0;
            switch (edit.Kind)
            {
                case EditKind.Delete:
                    AddParts(_old, change.OldIndexes, edit.OldStart, edit.OldStart + edit.OldLength, AddDeleted);
                    break;
                case EditKind.Insert:
                    AddParts(_new, change.NewIndexes, edit.NewStart, edit.NewStart + edit.NewLength, AddInserted);
                    break;
                default:
                    _hunk++;
                    break;
            }
        }
    }

    private void AddDeleted(int index, int start, int end) =>
        _finder.AddDeleted(new MoveStretch(_hunk, index, _old[index].Text, start, end));

    private void AddInserted(int index, int start, int end) =>
        _finder.AddInserted(new MoveStretch(_hunk, index, _new[index].Text, start, end));

    // Adds the part of an edit in each paragraph. The paragraphs of a split or a merge were joined by blank lines.
    private static void AddParts(
        ImmutableArray<Paragraph> paragraphs,
        ImmutableArray<int> indexes,
        int start,
        int end,
        Action<int, int, int> add)
    {
        int offset = 0;
        foreach (int index in indexes)
        {
            int length = paragraphs[index].Text.Length;
            if (offset >= end)
            {
                return;
            }

            int from = Math.Max(start - offset, 0);
            int to = Math.Min(end - offset, length);
            if (from < to)
            {
                add(index, from, to);
            }

            offset += length + ParagraphChange.Joint.Length;
        }
    }
}
