namespace NewsDiff.Diffing.Alignment;

/// <summary>Paragraphs that belong together: usually one of each side, more after splits or merges.</summary>
internal sealed class ParagraphGroup(int old, int @new, bool readsAlike, bool isMoved)
{
    internal List<int> Old { get; } = [old];

    internal List<int> New { get; } = [@new];

    internal bool IsMoved { get; } = isMoved;

    /// <summary>Whether other parts have been looked for.</summary>
    internal bool IsExtended { get; set; }

    internal ParagraphChangeKind Kind =>
        New.Count > 1 ? ParagraphChangeKind.Split
        : Old.Count > 1 ? ParagraphChangeKind.Merged
        : readsAlike ? ParagraphChangeKind.Unchanged
        : ParagraphChangeKind.Modified;
}
