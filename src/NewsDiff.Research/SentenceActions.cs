namespace NewsDiff.Research;

/// <summary>What happened to a sentence.</summary>
[Flags]
public enum SentenceActions
{
    /// <summary>Nothing is known.</summary>
    None = 0,

    /// <summary>It is only in the new version.</summary>
    Addition = 1,

    /// <summary>It is only in the old version.</summary>
    Deletion = 2,

    /// <summary>It reads the same, and is linked to one sentence.</summary>
    Unchanged = 4,

    /// <summary>Its words changed.</summary>
    Edit = 8,

    /// <summary>One old sentence became several.</summary>
    Split = 16,

    /// <summary>Several old sentences became one.</summary>
    Merge = 32,

    /// <summary>It was moved on purpose: its place follows from no other action.</summary>
    Refactor = 64,
}
