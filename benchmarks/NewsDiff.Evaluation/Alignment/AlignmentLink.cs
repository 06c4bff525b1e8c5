namespace NewsDiff.Evaluation.Alignment;

/// <summary>Paragraphs that belong together, as people or the program say.</summary>
internal sealed record AlignmentLink
{
    public int[] Old { get; init; } = [];

    public int[] New { get; init; } = [];

    /// <summary>
    /// <c>unchanged</c>, <c>modified</c>, <c>moved</c>, <c>moved_modified</c>, <c>split</c> or <c>merged</c>.
    /// </summary>
    public required string Kind { get; init; }

    /// <summary>Whether it is doubtful: neither asked for nor wrong.</summary>
    public bool Possible { get; init; }

    /// <summary>Other kinds that are as good.</summary>
    public string[] Alt { get; init; } = [];

    /// <summary>All pairs of an old and a new place that it stands for.</summary>
    internal IEnumerable<(int Old, int New)> Pairs() => Old.SelectMany(old => New.Select(@new => (old, @new)));

    internal static AlignmentLink Of(ParagraphChange change) => new()
    {
        Old = [.. change.OldIndexes],
        New = [.. change.NewIndexes],
        Kind = (change.Kind, change.IsMoved) switch
        {
            (ParagraphChangeKind.Split, _) => "split",
            (ParagraphChangeKind.Merged, _) => "merged",
            (ParagraphChangeKind.Unchanged, false) => "unchanged",
            (ParagraphChangeKind.Unchanged, true) => "moved",
            (_, true) => "moved_modified",
            _ => "modified",
        },
    };
}
