namespace NewsDiff.Tracking;

/// <summary>How a commit ended.</summary>
public enum CommitStatus
{
    /// <summary>Everything was written.</summary>
    Committed = 1,

    /// <summary>The visit is not claimed, or another caller claimed it; nothing was written.</summary>
    LeaseLost,

    /// <summary>The draft does not follow the current version; nothing was written.</summary>
    Conflict,
}
