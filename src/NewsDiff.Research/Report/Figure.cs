using System.Collections.Immutable;

namespace NewsDiff.Research.Report;

/// <summary>A plot and its table.</summary>
internal sealed record Figure
{
    public required string Title { get; init; }

    /// <summary>What it shows, in a sentence or two.</summary>
    public required string Summary { get; init; }

    /// <summary>The heading of the column of labels.</summary>
    public required string LabelName { get; init; }

    /// <summary>The heading of the column of values.</summary>
    public required string ValueName { get; init; }

    /// <summary>Whether values are shares, shown in percent.</summary>
    public bool IsShare { get; init; }

    public required ImmutableArray<FigureBar> Bars { get; init; }
}
