using System.Collections.Immutable;

namespace NewsDiff;

/// <summary>One row of an article's comparison: paragraphs that belong together, and their changes.</summary>
/// <remarks>Equality compares its arrays and words by reference.</remarks>
public sealed record ParagraphChange
{
    /// <summary>What joins several paragraphs in <see cref="Words"/>.</summary>
    internal const string Joint = "\n\n";

    /// <summary>The kind of the change.</summary>
    public required ParagraphChangeKind Kind { get; init; }

    /// <summary>Whether it is also in another place than before. The default is false.</summary>
    public bool IsMoved { get; init; }

    /// <summary>The old kind; null for an insertion, or when merged paragraphs had several kinds.</summary>
    public ParagraphKind? OldKind { get; init; }

    /// <summary>The new kind; null for a deletion, or when split parts have several kinds.</summary>
    public ParagraphKind? NewKind { get; init; }

    /// <summary>Indexes in the old article, from 0; empty for an insertion.</summary>
    /// <remarks>They are ascending. Other paragraphs may be between merged ones.</remarks>
    public ImmutableArray<int> OldIndexes { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Indexes in the new article, from 0; empty for a deletion.</summary>
    /// <remarks>They are ascending. Other paragraphs may be between the parts of a split one.</remarks>
    public ImmutableArray<int> NewIndexes { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The words, old against new; null when only one side exists.</summary>
    /// <remarks>Several paragraphs are joined by a blank line.</remarks>
    public TextDiff? Words { get; init; }

    /// <summary>Whether its kind changed, such as from text to a heading.</summary>
    internal bool HasNewRole => OldKind is { } before && NewKind is { } after && before != after;
}
