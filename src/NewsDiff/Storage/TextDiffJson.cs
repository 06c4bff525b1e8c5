using System.Collections.Immutable;

namespace NewsDiff.Storage;

/// <summary>A comparison as JSON.</summary>
internal sealed record TextDiffJson
{
    public required string OldText { get; init; }

    public required string NewText { get; init; }

    public required ImmutableArray<DiffEdit> Edits { get; init; }
}
