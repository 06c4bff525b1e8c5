namespace NewsDiff;

/// <summary>The kinds of changes to paragraphs.</summary>
public enum ParagraphChangeKind
{
    /// <summary>The text is the same.</summary>
    Unchanged = 1,

    /// <summary>Some of its words changed.</summary>
    Modified,

    /// <summary>It is only in the new article.</summary>
    Inserted,

    /// <summary>It is only in the old article.</summary>
    Deleted,

    /// <summary>One old paragraph became several.</summary>
    Split,

    /// <summary>Several old paragraphs became one.</summary>
    Merged,
}
