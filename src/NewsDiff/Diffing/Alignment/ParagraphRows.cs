using System.Collections.Immutable;

namespace NewsDiff.Diffing.Alignment;

/// <summary>Writes the rows of an article's comparison, with the words of each.</summary>
internal sealed class ParagraphRows(ParagraphWords words, ParagraphTexts texts)
{
    private readonly ImmutableArray<ParagraphChange>.Builder _rows = ImmutableArray.CreateBuilder<ParagraphChange>();

    internal ImmutableArray<ParagraphChange> Write(GroupList groups)
    {
        int nextOld = 0;
        for (int j = 0; j < groups.New.Length; j++)
        {
            if (groups.New[j] is not { } group)
            {
                _rows.Add(
                    new ParagraphChange
                    {
                        Kind = ParagraphChangeKind.Inserted,
                        NewKind = texts.NewKind([j]),
                        NewIndexes = [j],
                    });
                continue;
            }

            // The later parts of a group are in the row of its first part.
            if (group.New[0] != j)
            {
                continue;
            }

            if (!group.IsMoved)
            {
                // A deleted paragraph is shown before the first kept one that followed it.
                AddDeleted(groups.Old, nextOld, group.Old[0], BeforeInsertions());
                nextOld = group.Old[0] + 1;
            }

            _rows.Add(RowOf(group));
        }

        AddDeleted(groups.Old, nextOld, groups.Old.Length, BeforeInsertions());
        return _rows.DrainToImmutable();
    }

    // Deletions go before the insertions and moves that are in their place.
    private int BeforeInsertions()
    {
        int at = _rows.Count;
        while (at > 0 && (_rows[at - 1].Kind == ParagraphChangeKind.Inserted || _rows[at - 1].IsMoved))
        {
            at--;
        }

        return at;
    }

    private void AddDeleted(ReadOnlySpan<ParagraphGroup?> old, int from, int to, int at)
    {
        for (int i = from; i < to; i++)
        {
            if (old[i] is null)
            {
                _rows.Insert(
                    at++,
                    new ParagraphChange
                    {
                        Kind = ParagraphChangeKind.Deleted,
                        OldKind = texts.OldKind([i]),
                        OldIndexes = [i],
                    });
            }
        }
    }

    private ParagraphChange RowOf(ParagraphGroup group)
    {
        TextDiff diff = Compare(group);
        return new ParagraphChange
        {
            // A row counts as modified exactly when it has marks.
            Kind = group is { Old.Count: 1, New.Count: 1 }
                ? diff.HasChanges ? ParagraphChangeKind.Modified : ParagraphChangeKind.Unchanged
                : group.Kind,
            IsMoved = group.IsMoved,
            OldKind = texts.OldKind(group.Old),
            NewKind = texts.NewKind(group.New),
            OldIndexes = [.. group.Old],
            NewIndexes = [.. group.New],
            Words = diff,
        };
    }

    private TextDiff Compare(ParagraphGroup group) => group is { Old: [var old], New: [var @new] }
        && texts.TryKeep(old, @new, words.New(@new).Length) is { } same
            ? same
            : texts.Compare(group.Old, group.New);
}
