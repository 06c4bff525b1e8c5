using System.Collections.Immutable;

namespace NewsDiff.Rendering;

/// <summary>One row of a comparison, ready to print: paragraphs that belong together, on both sides and in one text.</summary>
internal sealed record DiffRow
{
    internal required ParagraphChangeKind Kind { get; init; }

    internal ImmutableArray<TextPiece> Old { get; init; } = [];

    internal ImmutableArray<TextPiece> New { get; init; } = [];

    /// <summary>Old and new in one text; empty at the place that a moved paragraph left.</summary>
    internal ImmutableArray<TextPiece> Both { get; init; } = [];

    internal ImmutableArray<int> OldIndexes { get; init; } = [];

    internal ImmutableArray<int> NewIndexes { get; init; } = [];

    internal ParagraphKind Role { get; init; }

    /// <summary>The row, counted from 1, to which it moved: set at the place that it left.</summary>
    internal int? MovedTo { get; init; }

    /// <summary>The row, counted from 1, from which it moved: set at the place where it stands now.</summary>
    internal int? MovedFrom { get; init; }

    internal bool IsPlain => Kind == ParagraphChangeKind.Unchanged && MovedTo is null && MovedFrom is null;
}
