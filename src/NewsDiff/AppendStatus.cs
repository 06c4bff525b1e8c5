namespace NewsDiff;

/// <summary>How an append ended.</summary>
public enum AppendStatus
{
    /// <summary>A new version was stored.</summary>
    Appended = 1,

    /// <summary>The latest version, or a hidden one, has the same text; nothing was stored.</summary>
    Unchanged,

    /// <summary>The current version is not the expected one; nothing was stored.</summary>
    Conflict,
}
