namespace NewsDiff.Research.Report;

/// <summary>The counts of one source.</summary>
internal sealed class SourceFigures
{
    internal long Articles { get; private set; }

    internal long Versions { get; private set; }

    internal long Changes { get; private set; }

    /// <summary>How many articles changed at all.</summary>
    internal long Changed { get; private set; }

    /// <summary>How many articles changed their headline.</summary>
    internal long Headlines { get; private set; }

    /// <summary>How many articles changed silently.</summary>
    internal long Silent { get; private set; }

    /// <summary>How many articles were corrected with a notice.</summary>
    internal long Corrected { get; private set; }

    /// <summary>The counts of each month with an article or a change.</summary>
    internal SortedDictionary<int, MonthFigures> Months { get; } = [];

    internal void Add(ArticleFigures article)
    {
        Articles++;
        Versions += article.Versions;
        Changes += article.Changes.Length;
        Changed += article.Changes.IsEmpty ? 0 : 1;
        Headlines += article.Changes.Any(static change => change.IsOfHeadline) ? 1 : 0;
        Silent += article.Changes.Any(static change => change.IsSilent) ? 1 : 0;
        Corrected += article.Changes.Any(static change => change.IsCorrection) ? 1 : 0;
        MonthOf(article.Month).Articles++;
        foreach (ChangeFigures change in article.Changes)
        {
            MonthOf(change.Month).Add(change);
        }
    }

    private MonthFigures MonthOf(int month)
    {
        if (!Months.TryGetValue(month, out MonthFigures? figures))
        {
            Months[month] = figures = new MonthFigures();
        }

        return figures;
    }
}
