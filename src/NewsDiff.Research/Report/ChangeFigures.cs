using System.Collections.Immutable;

namespace NewsDiff.Research.Report;

/// <summary>What a report counts of one change.</summary>
internal sealed record ChangeFigures
{
    /// <summary>The month in which it was seen: twelve times the year, plus 0 to 11.</summary>
    public required int Month { get; init; }

    /// <summary>The hours since publication, or since the first version when that is unknown.</summary>
    public required double Hours { get; init; }

    public required bool IsOfHeadline { get; init; }

    public required bool IsSilent { get; init; }

    public required bool IsCorrection { get; init; }

    /// <summary>How many sentences have each of <see cref="CorpusFigures.Actions"/>.</summary>
    public required ImmutableArray<int> Actions { get; init; }

    /// <summary>Old sentences in each tenth of the article, and how many of them did not stay as they were.</summary>
    public required ImmutableArray<(int Changed, int All)> Old { get; init; }

    /// <summary>New sentences in each tenth of the article, and how many of them were added.</summary>
    public required ImmutableArray<(int Changed, int All)> New { get; init; }
}
