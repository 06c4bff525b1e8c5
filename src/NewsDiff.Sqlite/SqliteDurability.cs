namespace NewsDiff.Sqlite;

/// <summary>What an acknowledged write survives. A crash of the process is survived always.</summary>
public enum SqliteDurability
{
    /// <summary>A power loss too: each commit waits for the disk (<c>synchronous=FULL</c>).</summary>
    Full = 1,

    /// <summary>
    /// A power loss may take the last commits but never corrupts; faster (<c>synchronous=NORMAL</c>).
    /// </summary>
    Normal,
}
