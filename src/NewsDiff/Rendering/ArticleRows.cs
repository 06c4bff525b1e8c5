using System.Collections.Immutable;

namespace NewsDiff.Rendering;

/// <summary>The rows of an article's comparison. Read downwards, each side is its article, whole and in order.</summary>
internal static class ArticleRows
{
    internal static ImmutableArray<DiffRow> Of(ArticleDiff diff)
    {
        List<(ParagraphChange Change, bool IsLeftPlace)> places = Arrange(diff.Paragraphs);
        var leftRows = new Dictionary<ParagraphChange, int>(ReferenceEqualityComparer.Instance);
        var standingRows = new Dictionary<ParagraphChange, int>(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < places.Count; i++)
        {
            (places[i].IsLeftPlace ? leftRows : standingRows)[places[i].Change] = i + 1;
        }

        ImmutableArray<DiffRow>.Builder rows = ImmutableArray.CreateBuilder<DiffRow>(places.Count);
        foreach ((ParagraphChange change, bool isLeftPlace) in places)
        {
            DiffRow row = RowOf(diff, change);
            rows.Add((isLeftPlace, leftRows.TryGetValue(change, out int left)) switch
            {
                (true, _) => row with { New = [], Both = [], MovedTo = standingRows[change] },
                (false, true) => row with { Old = [], MovedFrom = left },
                _ => row,
            });
        }

        return rows.MoveToImmutable();
    }

    /// <summary>Gives what moved two places: where it stands, and where it stood in the old article.</summary>
    private static List<(ParagraphChange Change, bool IsLeftPlace)> Arrange(ImmutableArray<ParagraphChange> changes)
    {
        var settled = new SortedList<int, int>();
        var moved = new List<ParagraphChange>();
        for (int i = 0; i < changes.Length; i++)
        {
            if (HasMoved(changes[i]))
            {
                moved.Add(changes[i]);
            }
            else if (!changes[i].OldIndexes.IsEmpty)
            {
                settled[changes[i].OldIndexes[^1]] = i;
            }
        }

        ILookup<int, ParagraphChange> leavers = moved
            .OrderBy(change => change.OldIndexes[0])
            .ToLookup(change => PlaceBefore(settled, change.OldIndexes[0]));
        var places = new List<(ParagraphChange, bool)>(changes.Length + moved.Count);
        places.AddRange(leavers[-1].Select(change => (change, true)));
        for (int i = 0; i < changes.Length; i++)
        {
            places.Add((changes[i], false));
            places.AddRange(leavers[i].Select(change => (change, true)));
        }

        return places;
    }

    private static bool HasMoved(ParagraphChange change) =>
        change.IsMoved && !change.OldIndexes.IsEmpty && !change.NewIndexes.IsEmpty;

    /// <summary>The row of the nearest paragraph that precedes an old index and did not move, or -1.</summary>
    private static int PlaceBefore(SortedList<int, int> settled, int oldIndex)
    {
        int low = 0;
        int high = settled.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (settled.GetKeyAtIndex(middle) < oldIndex)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low == 0 ? -1 : settled.GetValueAtIndex(low - 1);
    }

    private static DiffRow RowOf(ArticleDiff diff, ParagraphChange change)
    {
        var row = new DiffRow
        {
            Kind = change.Kind,
            OldIndexes = change.OldIndexes,
            NewIndexes = change.NewIndexes,
            Role = change.NewIndexes.IsEmpty
                ? RoleOf(diff.Before.Paragraphs, change.OldIndexes)
                : RoleOf(diff.After.Paragraphs, change.NewIndexes),
        };
        if (change.Words is { } words)
        {
            return row with
            {
                Old = TextPieces.OfOld(words),
                New = TextPieces.OfNew(words),
                Both = TextPieces.OfBoth(words),
            };
        }

        var deleted = TextPieces.OfParagraphs(diff.Before.Paragraphs, change.OldIndexes, EditKind.Delete);
        var inserted = TextPieces.OfParagraphs(diff.After.Paragraphs, change.NewIndexes, EditKind.Insert);
        return row with { Old = deleted, New = inserted, Both = [.. deleted, .. inserted] };
    }

    private static ParagraphKind RoleOf(ImmutableArray<Paragraph> paragraphs, ImmutableArray<int> indexes) =>
        indexes.IsEmpty ? ParagraphKind.Text : paragraphs[indexes[0]].Kind;
}
