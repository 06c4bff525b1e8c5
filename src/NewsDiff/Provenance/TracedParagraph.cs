using System.Collections.Immutable;

namespace NewsDiff.Provenance;

/// <summary>A paragraph, or the title, of one version, with the past of each word.</summary>
/// <remarks>Equality compares its arrays by reference.</remarks>
public sealed record TracedParagraph
{
    /// <summary>Its number in the history; an edited paragraph keeps it.</summary>
    /// <remarks>
    /// A paragraph continues the one that most of its words come from, if they are half of the words of either. Only
    /// the part with the most words of a split paragraph keeps the number.
    /// </remarks>
    public required int Id { get; init; }

    /// <summary>Its text in this version.</summary>
    public required string Text { get; init; }

    /// <summary>The versions that have it, oldest first; never empty.</summary>
    public required ImmutableArray<VersionSpan> Spans { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Its words, in reading order.</summary>
    public required ImmutableArray<TracedWord> Words { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>The number of the version that brought it.</summary>
    public int IntroducedIn => Spans[0].Since;

    /// <summary>The number of the version that removed it for the last time, or null.</summary>
    public int? RemovedIn => Spans[^1].Until;
}
