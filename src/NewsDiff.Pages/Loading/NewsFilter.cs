using NewsDiff.Classification;
using NewsDiff.Events;

namespace NewsDiff.Pages.Loading;

/// <summary>The limits of a list of changes.</summary>
/// <param name="Only">The changes to show; null for all.</param>
/// <param name="Since">The first instant.</param>
internal sealed record NewsFilter(ChangeFilter? Only, DateTimeOffset Since)
{
    /// <summary>The words from which on a change is large.</summary>
    internal const int ManyWords = 50;

    /// <summary>Whether an entry is shown because of its kind; its time is ignored.</summary>
    internal bool Lets(ChangeEntry entry) => (Only, entry.Change) switch
    {
        (null, _) => true,
        (ChangeFilter.Vanished, _) => entry.Notice is
        {
            Event.Kind: ArticleEventKind.Vanished or ArticleEventKind.Returned or ArticleEventKind.Hidden
        },
        (_, null) => false,
        (ChangeFilter.Headline, { } change) => change.Diff.Title.HasChanges,
        (ChangeFilter.Large, { } change) =>
            change.Diff.Statistics.WordsInserted + change.Diff.Statistics.WordsDeleted >= ManyWords,
        (ChangeFilter.Removed, { } change) =>
            change.Diff.Paragraphs.Any(paragraph => paragraph.Kind == ParagraphChangeKind.Deleted),
        (_, { } change) => ChangeClassifier.Classify(change).Has(ChangeClass.Silent),
    };
}
