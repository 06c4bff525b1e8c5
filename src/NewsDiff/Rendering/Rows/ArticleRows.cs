using System.Collections.Immutable;

namespace NewsDiff.Rendering.Rows;

/// <summary>The rows of an article's comparison.</summary>
/// <remarks>Read from top to bottom, each side is the whole article, in order.</remarks>
internal static class ArticleRows
{
    internal static ImmutableArray<DiffRow> Of(ArticleDiff diff) => Of(diff, EnglishTexts.Instance);

    /// <summary>The rows, with phrases about a paragraph's kind in the given language.</summary>
    internal static ImmutableArray<DiffRow> Of(ArticleDiff diff, IOwnTexts texts)
    {
        List<(RowPart Part, bool IsLeftPlace)> places = Arrange(RowPart.Of(diff.Paragraphs));
        var leftRows = new Dictionary<ParagraphChange, int>(ReferenceEqualityComparer.Instance);
        var standingRows = new Dictionary<ParagraphChange, int>(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < places.Count; i++)
        {
            if (places[i].Part.IsFirst)
            {
                (places[i].IsLeftPlace ? leftRows : standingRows)[places[i].Part.Change] = i + 1;
            }
        }

        var moves = new RowMoves(diff.Moves);
        ImmutableArray<DiffRow>.Builder rows = ImmutableArray.CreateBuilder<DiffRow>(places.Count);
        foreach ((RowPart part, bool isLeftPlace) in places)
        {
            DiffRow row = RowOf(diff, part, moves, texts);
            int standing = standingRows[part.Change];
            rows.Add((part.IsFirst, isLeftPlace, leftRows.TryGetValue(part.Change, out int left)) switch
            {
                (false, _, _) => row with { Both = [], PartOf = standing },
                (_, true, _) => row with { New = [], NewHere = [], Both = [], MovedTo = standing, NewRole = null },
                (_, false, true) => row with { Old = [], OldHere = [], MovedFrom = left },
                _ => row,
            });
        }

        return rows.MoveToImmutable();
    }

    /// <summary>Gives moved parts two places: their new place and their old one.</summary>
    private static List<(RowPart Part, bool IsLeftPlace)> Arrange(List<RowPart> parts)
    {
        List<RowPart> standing = parts.FindAll(part => part.IsFirst || !part.New.IsEmpty);
        var settled = new SortedList<int, int>();
        for (int i = 0; i < standing.Count; i++)
        {
            if (!standing[i].LeavesOld && !standing[i].Old.IsEmpty)
            {
                settled[standing[i].Old[^1]] = i;
            }
        }

        ILookup<int, RowPart> leavers = parts
            .Where(part => part.LeavesOld)
            .OrderBy(part => part.Old[0])
            .ToLookup(part => PlaceBefore(settled, part.Old[0]));
        var places = new List<(RowPart, bool)>(parts.Count);
        places.AddRange(leavers[-1].Select(part => (part, true)));
        for (int i = 0; i < standing.Count; i++)
        {
            places.Add((standing[i], false));
            places.AddRange(leavers[i].Select(part => (part, true)));
        }

        return places;
    }

    /// <summary>The row of the nearest unmoved paragraph before an old index, or -1.</summary>
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

    private static DiffRow RowOf(ArticleDiff diff, RowPart part, RowMoves moves, IOwnTexts texts)
    {
        ParagraphChange change = part.Change;
        var row = new DiffRow
        {
            Kind = change.Kind,
            OldIndexes = change.OldIndexes,
            NewIndexes = change.NewIndexes,
            OldHere = part.Old,
            NewHere = part.New,
            NewRole = RolePhrase.Of(change, texts),
            Role = change.NewIndexes.IsEmpty
                ? RoleOf(diff.Before.Paragraphs, change.OldIndexes)
                : RoleOf(diff.After.Paragraphs, change.NewIndexes),
        };
        (ImmutableArray<Paragraph> before, ImmutableArray<Paragraph> after) =
            (diff.Before.Paragraphs, diff.After.Paragraphs);
        ImmutableArray<MarkedRange> left = moves.Old(before, change.OldIndexes);
        ImmutableArray<MarkedRange> moved = moves.New(after, change.NewIndexes);
        if (change.Words is { } words)
        {
            return row with
            {
                Old = TextPieces.OfOld(words, RangeOf(before, change.OldIndexes, part.Old), left),
                New = TextPieces.OfNew(words, RangeOf(after, change.NewIndexes, part.New), moved),
                Both = TextPieces.OfBoth(words, left, moved),
            };
        }

        return row with
        {
            Old = TextPieces.OfParagraphs(before, change.OldIndexes, EditKind.Delete, left, isCombined: false),
            New = TextPieces.OfParagraphs(after, change.NewIndexes, EditKind.Insert, moved, isCombined: false),
            Both =
            [
                .. TextPieces.OfParagraphs(before, change.OldIndexes, EditKind.Delete, left, isCombined: true),
                .. TextPieces.OfParagraphs(after, change.NewIndexes, EditKind.Insert, moved, isCombined: true),
            ],
        };
    }

    /// <summary>The range of a part's text in its change, where blank lines join paragraphs.</summary>
    private static Range RangeOf(
        ImmutableArray<Paragraph> paragraphs,
        ImmutableArray<int> all,
        ImmutableArray<int> part)
    {
        if (part.IsEmpty)
        {
            return ..0;
        }

        int start = all.TakeWhile(index => index < part[0]).Sum(index => paragraphs[index].Text.Length + 2);
        return start..(start + part.Sum(index => paragraphs[index].Text.Length + 2) - 2);
    }

    private static ParagraphKind RoleOf(ImmutableArray<Paragraph> paragraphs, ImmutableArray<int> indexes) =>
        indexes.IsEmpty ? ParagraphKind.Text : paragraphs[indexes[0]].Kind;
}
