namespace NewsDiff.Sqlite;

/// <summary>The events that an acknowledged write survives, besides a crash of the process.</summary>
public enum SqliteDurability
{
    /// <summary>A power loss too: each commit waits for the disk (<c>synchronous=FULL</c>).</summary>
    Full = 1,

    /// <summary>
    /// A power loss may lose the last commits, but never corrupts; faster (<c>synchronous=NORMAL</c>).
    /// </summary>
    Normal,
}
