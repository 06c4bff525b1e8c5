using System.Collections.Immutable;

namespace NewsDiff.Research.Report;

/// <summary>The plots of a report.</summary>
internal static class ReportFigures
{
    private const int MaxMonths = 24;

    // Hours, and what the time up to them is called.
    private static readonly ImmutableArray<(double Until, string Label)> Spans =
    [
        (0.25, "≤ 15 min"), (1, "1 h"), (3, "3 h"), (6, "6 h"), (12, "12 h"), (24, "1 day"), (72, "3 days"),
        (168, "1 week"), (720, "30 days"), (double.MaxValue, "later"),
    ];

    // The largest number of versions of each bar.
    private static readonly ImmutableArray<(int Most, string Label)> VersionSteps =
        [(1, "1"), (2, "2"), (3, "3"), (4, "4"), (5, "5"), (10, "6–10"), (20, "11–20"), (int.MaxValue, "more")];

    internal static ImmutableArray<Figure> Of(CorpusFigures figures) =>
    [
        Versions(figures), Delays(figures),
        Places(
            "Old sentences that did not stay, by place",
            "The share of the old sentences in each tenth of the article that were edited, deleted, split, merged or moved.",
            figures.Old),
        Places(
            "New sentences that were added, by place",
            "The share of the new sentences in each tenth of the article that were added.",
            figures.New),
        Actions(figures), Kinds(figures), Months(figures),
    ];

    private static Figure Versions(CorpusFigures figures)
    {
        ImmutableArray<FigureBar>.Builder bars = ImmutableArray.CreateBuilder<FigureBar>();
        int since = 0;
        foreach ((int most, string label) in VersionSteps)
        {
            long count = figures.VersionCounts.Index().Where(place => place.Index > since && place.Index <= most)
                .Sum(static place => place.Item);
            bars.Add(new FigureBar(label, Interval.Wilson(count, figures.Articles), count));
            since = most;
        }

        return new Figure
        {
            Title = "Versions per article",
            Summary = "The share of the articles with each number of versions.",
            LabelName = "versions",
            ValueName = "share of articles",
            IsShare = true,
            Bars = bars.DrainToImmutable(),
        };
    }

    private static Figure Delays(CorpusFigures figures)
    {
        ImmutableArray<FigureBar>.Builder bars = ImmutableArray.CreateBuilder<FigureBar>();
        double since = 0;
        foreach ((double until, string label) in Spans)
        {
            long count = figures.Delays.CountBetween(since, until);
            bars.Add(new FigureBar(label, figures.Delays.ShareBetween(since, until), count));
            since = until;
        }

        return new Figure
        {
            Title = "Time from publication to a change",
            Summary = "The share of the changes that were seen up to each time after publication, and after the one before.",
            LabelName = "up to",
            ValueName = "share of changes",
            IsShare = true,
            Bars = bars.DrainToImmutable(),
        };
    }

    private static Figure Places(string title, string summary, ImmutableArray<Ratio> parts) => new()
    {
        Title = title,
        Summary = summary,
        LabelName = "tenth",
        ValueName = "share of sentences",
        IsShare = true,
        Bars = [.. parts.Select(static (part, index) => new FigureBar(
            FormattableString.Invariant($"{index + 1}"), part.Share, (long)part.Whole))],
    };

    private static Figure Actions(CorpusFigures figures) => new()
    {
        Title = "Sentences with each action, per change",
        Summary = "The mean number of sentences of a change that were added, deleted, edited, split, merged or moved.",
        LabelName = "action",
        ValueName = "sentences per change",
        Bars =
        [
            .. CorpusFigures.Actions.Zip(figures.PerChange)
                .Where(static pair => pair.First != SentenceActions.Unchanged)
                .Select(static pair => new FigureBar(pair.First.ToString(), pair.Second.Mean, (long)pair.Second.Whole)),
        ],
    };

    private static Figure Kinds(CorpusFigures figures) => new()
    {
        Title = "Headlines, silent edits and corrections",
        Summary = "The share of the changes that touch the headline, that are silent, and that tell of a correction.",
        LabelName = "kind",
        ValueName = "share of changes",
        IsShare = true,
        Bars =
        [
            new FigureBar("Headline", figures.Shares.Headline.Share, (long)figures.Shares.Headline.Whole),
            new FigureBar("Silent", figures.Shares.Silent.Share, (long)figures.Shares.Silent.Whole),
            new FigureBar("Correction", figures.Shares.Correction.Share, (long)figures.Shares.Correction.Whole),
        ],
    };

    private static Figure Months(CorpusFigures figures) => new()
    {
        Title = "Silent edits by month",
        Summary = FormattableString.Invariant(
            $"The share of the changes of each month that are silent; the latest {MaxMonths} months with changes."),
        LabelName = "month",
        ValueName = "share of changes",
        IsShare = true,
        Bars =
        [
            .. figures.All.Months.Where(static month => month.Value.Changes > 0).TakeLast(MaxMonths).Select(
                static month => new FigureBar(
                    ReportText.OfMonth(month.Key),
                    Interval.Wilson(month.Value.Silent, month.Value.Changes),
                    month.Value.Changes)),
        ],
    };
}
