namespace NewsDiff.Storage;

/// <summary>The kinds of work that an opened database may need first.</summary>
public enum UpgradeStep
{
    /// <summary>The versions of an earlier release get their present form.</summary>
    Converting = 1,

    /// <summary>The search index is built.</summary>
    Indexing,
}
