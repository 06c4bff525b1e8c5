using NewsDiff.Classification;

namespace NewsDiff.Notifications.Messages;

/// <summary>Chooses the most telling passage of a change.</summary>
internal static class TellingPassage
{
    /// <summary>The headline, the row of the most telling class, or the first row that changed.</summary>
    public static MarkedPassage Of(ArticleDiff diff, ChangeClasses classes)
    {
        int? row = FindRow(classes, static _ => true);
        if (row == ChangeLabel.HeadlineRow || (row is null && diff.Title.HasChanges))
        {
            return MarkedPassage.Of(diff.Title);
        }

        return OfText(diff, row);
    }

    /// <summary>The row of the most telling class, or the first row that changed; never the headline.</summary>
    public static MarkedPassage OfText(ArticleDiff diff, ChangeClasses classes) =>
        OfText(diff, FindRow(classes, static row => row != ChangeLabel.HeadlineRow));

    /// <summary>The passages of all rows that changed, the most telling first.</summary>
    public static IEnumerable<MarkedPassage> AllOf(ArticleDiff diff, ChangeClasses classes)
    {
        IEnumerable<int> changed = Enumerable.Range(0, diff.Paragraphs.Length)
            .Where(row => diff.Paragraphs[row].Kind != ParagraphChangeKind.Unchanged);
        return TellingOrder.RowsOf(classes.Labels)
            .Where(static row => row != ChangeLabel.HeadlineRow)
            .Union(changed)
            .Select(row => Of(diff, diff.Paragraphs[row]));
    }

    /// <summary>The passage of one row.</summary>
    public static MarkedPassage Of(ArticleDiff diff, ParagraphChange change) => change switch
    {
        { Words: { } words } => MarkedPassage.Of(words),
        { NewIndexes: [int added, ..] } => MarkedPassage.Added(diff.After.Paragraphs[added].Text),
        { OldIndexes: [int removed, ..] } => MarkedPassage.Removed(diff.Before.Paragraphs[removed].Text),
        _ => MarkedPassage.None,
    };

    private static int? FindRow(ChangeClasses classes, Func<int, bool> isWanted) =>
        TellingOrder.RowsOf(classes.Labels).Where(isWanted).Cast<int?>().FirstOrDefault();

    private static MarkedPassage OfText(ArticleDiff diff, int? row)
    {
        ParagraphChange? change = row is { } index
            ? diff.Paragraphs[index]
            : diff.Paragraphs.FirstOrDefault(paragraph => paragraph.Kind != ParagraphChangeKind.Unchanged);
        return change is null ? MarkedPassage.None : Of(diff, change);
    }
}
