using NewsDiff.Classification;

namespace NewsDiff.Notifications.Messages;

/// <summary>Chooses the most telling passage of a change.</summary>
internal static class TellingPassage
{
    /// <summary>The classes in order of preference: a passage of the first one found is chosen.</summary>
    private static readonly ChangeClass[] Order =
    [
        ChangeClass.Headline, ChangeClass.Correction, ChangeClass.Negation, ChangeClass.Number, ChangeClass.Quotation,
        ChangeClass.Name, ChangeClass.Date, ChangeClass.Certainty, ChangeClass.Attribution, ChangeClass.Lead,
    ];

    /// <summary>The headline, the row of the most telling class, or the first row that changed.</summary>
    public static MarkedPassage Of(ArticleDiff diff, ChangeClasses classes)
    {
        int? row = Order
            .SelectMany(wanted => classes.Labels.Where(label => label.Class == wanted && label.Row is not null))
            .FirstOrDefault()?.Row;
        if (row == ChangeLabel.HeadlineRow || (row is null && diff.Title.HasChanges))
        {
            return MarkedPassage.Of(diff.Title);
        }

        ParagraphChange? change = row is { } index
            ? diff.Paragraphs[index]
            : diff.Paragraphs.FirstOrDefault(paragraph => paragraph.Kind != ParagraphChangeKind.Unchanged);
        return change is null ? MarkedPassage.None : Of(diff, change);
    }

    /// <summary>The passage of one row.</summary>
    public static MarkedPassage Of(ArticleDiff diff, ParagraphChange change) => change switch
    {
        { Words: { } words } => MarkedPassage.Of(words),
        { NewIndexes: [int added, ..] } => MarkedPassage.Added(diff.After.Paragraphs[added].Text),
        { OldIndexes: [int removed, ..] } => MarkedPassage.Removed(diff.Before.Paragraphs[removed].Text),
        _ => MarkedPassage.None,
    };
}
