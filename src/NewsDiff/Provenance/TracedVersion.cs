using System.Collections.Immutable;

namespace NewsDiff.Provenance;

/// <summary>One version of an article, with the past and future of each word.</summary>
/// <remarks>Equality compares its arrays by reference.</remarks>
public sealed record TracedVersion
{
    /// <summary>The number of the version.</summary>
    public required int Number { get; init; }

    /// <summary>The last earlier version with the same content, if others lie between; or null.</summary>
    public int? RevertsTo { get; init; }

    /// <summary>The title.</summary>
    public required TracedParagraph Title { get; init; }

    /// <summary>The paragraphs, in reading order.</summary>
    public required ImmutableArray<TracedParagraph> Paragraphs { get; init => field = value.IsDefault ? [] : value; }
}
