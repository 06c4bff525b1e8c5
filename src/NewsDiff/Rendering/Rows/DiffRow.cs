using System.Collections.Immutable;

namespace NewsDiff.Rendering.Rows;

/// <summary>One row of a comparison, ready to print: related paragraphs of both sides.</summary>
internal sealed record DiffRow
{
    internal required ParagraphChangeKind Kind { get; init; }

    internal ImmutableArray<TextPiece> Old { get; init; } = [];

    internal ImmutableArray<TextPiece> New { get; init; } = [];

    /// <summary>Old and new in one text; empty at the place that a moved paragraph left.</summary>
    internal ImmutableArray<TextPiece> Both { get; init; } = [];

    internal ImmutableArray<int> OldIndexes { get; init; } = [];

    internal ImmutableArray<int> NewIndexes { get; init; } = [];

    /// <summary>The old paragraphs of this row; other rows may have more of the change.</summary>
    internal ImmutableArray<int> OldHere { get; init; } = [];

    /// <summary>The new paragraphs of this row.</summary>
    internal ImmutableArray<int> NewHere { get; init; } = [];

    internal ParagraphKind Role { get; init; }

    /// <summary>The phrase for a paragraph whose kind changed; null for others.</summary>
    internal string? NewRole { get; init; }

    /// <summary>The row, counted from 1, that the paragraph moved to; set at the old place.</summary>
    internal int? MovedTo { get; init; }

    /// <summary>The row, counted from 1, that the paragraph moved from; set at the new place.</summary>
    internal int? MovedFrom { get; init; }

    /// <summary>The row, counted from 1, with the change that this separate part belongs to.</summary>
    internal int? PartOf { get; init; }

    /// <summary>Whether another row shows the change of this row.</summary>
    /// <remarks>Only side-by-side views also show the change here.</remarks>
    internal bool IsToldElsewhere => (MovedTo ?? PartOf) is not null;

    internal bool IsPlain =>
        Kind == ParagraphChangeKind.Unchanged && MovedTo is null && MovedFrom is null && NewRole is null;

    /// <summary>Whether the row shows nothing: neither text nor marks.</summary>
    internal bool IsBlank => Both.All(
        piece => !piece.IsBreak && !piece.Move.IsMove && piece.Text.Span.IsWhiteSpace());

    /// <summary>Whether the paragraph is on one side only, and all of its text moved.</summary>
    internal bool IsMovedWhole =>
        Kind is ParagraphChangeKind.Inserted or ParagraphChangeKind.Deleted
        && !Both.IsEmpty && Both.All(piece => piece.Move.IsMove || piece.Beside is not null);
}
