using System.Collections.Immutable;

namespace NewsDiff.Diffing.Alignment;

/// <summary>Writes the rows of an article's comparison, with the words of each.</summary>
internal sealed class ParagraphRows(ImmutableArray<Paragraph> old, ImmutableArray<Paragraph> @new, DiffOptions options)
{
    private readonly TextDiffer _differ = new(options);
    private readonly ImmutableArray<ParagraphChange>.Builder _rows = ImmutableArray.CreateBuilder<ParagraphChange>();

    internal ImmutableArray<ParagraphChange> Write(List<ParagraphGroup> groups, bool[] oldIsFree)
    {
        Dictionary<int, ParagraphGroup> groupOfNew = groups.ToDictionary(group => group.New[0]);
        HashSet<int> laterParts = [.. groups.SelectMany(group => group.New.Skip(1))];
        int nextOld = 0;
        for (int j = 0; j < @new.Length; j++)
        {
            if (laterParts.Contains(j))
            {
                continue;
            }

            if (!groupOfNew.TryGetValue(j, out ParagraphGroup? group))
            {
                _rows.Add(new ParagraphChange { Kind = ParagraphChangeKind.Inserted, NewIndexes = [j] });
                continue;
            }

            if (!group.IsMoved)
            {
                // A deleted paragraph is shown before the first kept one that followed it.
                nextOld = AddDeleted(nextOld, group.Old[0], oldIsFree, BeforeInsertions());
                nextOld = group.Old[^1] + 1;
            }

            _rows.Add(RowOf(group));
        }

        AddDeleted(nextOld, old.Length, oldIsFree, BeforeInsertions());
        return _rows.DrainToImmutable();
    }

    // Where deletions go: before the insertions that stand in their place.
    private int BeforeInsertions()
    {
        int at = _rows.Count;
        while (at > 0 && (_rows[at - 1].Kind == ParagraphChangeKind.Inserted || _rows[at - 1].IsMoved))
        {
            at--;
        }

        return at;
    }

    private int AddDeleted(int from, int to, bool[] oldIsFree, int at)
    {
        for (int i = from; i < to; i++)
        {
            if (oldIsFree[i])
            {
                _rows.Insert(at++, new ParagraphChange { Kind = ParagraphChangeKind.Deleted, OldIndexes = [i] });
            }
        }

        return to;
    }

    private ParagraphChange RowOf(ParagraphGroup group) => new()
    {
        Kind = group.Kind,
        IsMoved = group.IsMoved,
        OldIndexes = [.. group.Old],
        NewIndexes = [.. group.New],
        Words = _differ.Compute(Join(old, group.Old), Join(@new, group.New)),
    };

    private static string Join(ImmutableArray<Paragraph> paragraphs, List<int> indexes) =>
        indexes.Count == 1
            ? paragraphs[indexes[0]].Text
            : string.Join("\n\n", indexes.Select(index => paragraphs[index].Text));
}
