using System.Collections.Immutable;
using NewsDiff.Classification;

namespace NewsDiff.Research.Report;

/// <summary>What a report counts of one article.</summary>
internal sealed record ArticleFigures(
    string Id, string Host, int Month, int Versions, ImmutableArray<ChangeFigures> Changes)
{
    /// <summary>The number of parts of an article in which places are counted.</summary>
    internal const int Parts = 10;

    private const int MonthsPerYear = 12;

    internal static ArticleFigures Compute(ArticleHistory history)
    {
        DateTimeOffset published = PublishedAt(history);
        return new ArticleFigures(
            history.ArticleId,
            history.Latest.Host,
            MonthOf(history.First.SeenAt),
            history.Versions.Count(static version => version.HasText),
            [.. history.Changes.Select(change => Compute(change, published))]);
    }

    // A date without a time or an offset may be a day away, and one after the first sight is none of publication.
    private static DateTimeOffset PublishedAt(ArticleHistory history) =>
        history.First.Article.PublishedAt is { Precision: >= DatePrecision.Minute, Offset: not null } stated
        && stated.ToDateTimeOffset() <= history.First.SeenAt
            ? stated.ToDateTimeOffset()
            : history.First.SeenAt;

    private static int MonthOf(DateTimeOffset time) =>
        (time.UtcDateTime.Year * MonthsPerYear) + time.UtcDateTime.Month - 1;

    private static ChangeFigures Compute(ArticleChange change, DateTimeOffset published)
    {
        ChangeClasses classes = ChangeClassifier.Classify(change);
        SentenceAlignment alignment = SentenceAlignment.Compute(change.Before.Article, change.After.Article);
        return new ChangeFigures
        {
            Month = MonthOf(change.After.SeenAt),
            Hours = Math.Max(0, (change.After.SeenAt - published).TotalHours),
            IsOfHeadline = change.Diff.Title.HasChanges,
            IsSilent = classes.Has(ChangeClass.Silent),
            IsCorrection = classes.Has(ChangeClass.Correction),
            Actions = [.. CorpusFigures.Actions.Select(alignment.Count)],
            Old = CountParts(
                alignment.OldActions,
                static action => action is not (SentenceActions.Unchanged or SentenceActions.None)),
            New = CountParts(alignment.NewActions, static action => action == SentenceActions.Addition),
        };
    }

    private static ImmutableArray<(int Changed, int All)> CountParts(
        ImmutableArray<SentenceActions> actions, Func<SentenceActions, bool> isCounted)
    {
        var parts = new (int Changed, int All)[Parts];
        for (int i = 0; i < actions.Length; i++)
        {
            ref (int Changed, int All) part = ref parts[(int)((long)i * Parts / actions.Length)];
            part = (part.Changed + (isCounted(actions[i]) ? 1 : 0), part.All + 1);
        }

        return [.. parts];
    }
}
