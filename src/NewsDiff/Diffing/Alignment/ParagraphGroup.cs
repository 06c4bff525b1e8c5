namespace NewsDiff.Diffing.Alignment;

/// <summary>Paragraphs that belong together: usually one of each side, more after splits or merges.</summary>
internal sealed class ParagraphGroup(ParagraphPair pair, bool isMoved)
{
    internal List<int> Old { get; } = [pair.Old];

    internal List<int> New { get; } = [pair.New];

    internal bool IsMoved { get; } = isMoved;

    /// <summary>Whether the paragraphs are one row of a table, which has no other parts.</summary>
    internal bool IsRow { get; } = pair.IsNamed;

    /// <summary>Whether the other parts of the group were looked for already.</summary>
    internal bool IsExtended { get; set; }

    internal ParagraphChangeKind Kind =>
        New.Count > 1 ? ParagraphChangeKind.Split
        : Old.Count > 1 ? ParagraphChangeKind.Merged
        : pair.ReadsAlike ? ParagraphChangeKind.Unchanged
        : ParagraphChangeKind.Modified;
}
