using System.Collections.Immutable;

namespace NewsDiff.Rendering.Rows;

/// <summary>Paragraphs of one change that are consecutive in both articles.</summary>
/// <remarks>It is the whole change, unless other paragraphs are between its parts.</remarks>
/// <param name="Change">The change.</param>
/// <param name="Old">The old paragraphs, in succession.</param>
/// <param name="New">The new paragraphs, in succession.</param>
/// <param name="IsFirst">Whether this part shows the change.</param>
internal sealed record RowPart(
    ParagraphChange Change,
    ImmutableArray<int> Old,
    ImmutableArray<int> New,
    bool IsFirst = true)
{
    /// <summary>Whether its old paragraphs are shown separately, at their old place.</summary>
    internal bool LeavesOld => !Old.IsEmpty && (New.IsEmpty ? !IsFirst : Change.IsMoved);

    /// <summary>All parts, in the order of their new paragraphs.</summary>
    /// <remarks>Parts without new paragraphs follow the first part of their change.</remarks>
    internal static List<RowPart> Of(ImmutableArray<ParagraphChange> changes)
    {
        var parts = new List<RowPart>(changes.Length);
        var later = new PriorityQueue<RowPart, int>();
        foreach (ParagraphChange change in changes)
        {
            List<ImmutableArray<int>> old = Runs(change.OldIndexes);
            List<ImmutableArray<int>> @new = Runs(change.NewIndexes);
            while (@new.Count > 0 && later.TryPeek(out RowPart? next, out int place) && place < @new[0][0])
            {
                parts.Add(later.Dequeue());
            }

            parts.Add(new RowPart(change, old.Count > 0 ? old[0] : [], @new.Count > 0 ? @new[0] : []));
            parts.AddRange(old.Skip(1).Select(run => new RowPart(change, run, [], IsFirst: false)));
            later.EnqueueRange(@new.Skip(1).Select(run => (new RowPart(change, [], run, IsFirst: false), run[0])));
        }

        while (later.TryDequeue(out RowPart? part, out _))
        {
            parts.Add(part);
        }

        return parts;
    }

    private static List<ImmutableArray<int>> Runs(ImmutableArray<int> indexes)
    {
        var runs = new List<ImmutableArray<int>>(1);
        int start = 0;
        for (int i = 1; i <= indexes.Length; i++)
        {
            if (i == indexes.Length || indexes[i] != indexes[i - 1] + 1)
            {
                runs.Add(indexes[start..i]);
                start = i;
            }
        }

        return runs;
    }
}
