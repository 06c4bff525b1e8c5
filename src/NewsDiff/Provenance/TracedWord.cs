using System.Collections.Immutable;

namespace NewsDiff.Provenance;

/// <summary>A word, number, character or symbol of a paragraph, and the versions that have it.</summary>
/// <remarks>Equality compares its spans by reference.</remarks>
public readonly record struct TracedWord
{
    /// <summary>Its number in the history; a word has the same number in every version.</summary>
    public required int Id { get; init; }

    /// <summary>Where it begins in the text of its paragraph, in UTF-16 code units.</summary>
    public required int Start { get; init; }

    /// <summary>Its length in UTF-16 code units.</summary>
    public required int Length { get; init; }

    /// <summary>The versions that have it, oldest first; never empty.</summary>
    /// <remarks>A second span begins where the word was restored.</remarks>
    public required ImmutableArray<VersionSpan> Spans { get; init; }

    /// <summary>The number of the version that brought it.</summary>
    public int IntroducedIn => Spans[0].Since;

    /// <summary>The number of the version that removed it for the last time, or null.</summary>
    public int? RemovedIn => Spans[^1].Until;
}
