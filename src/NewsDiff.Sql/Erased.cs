namespace NewsDiff.Sql;

/// <summary>How a version's text was erased; NULL in the table means that it was not.</summary>
internal enum Erased
{
    /// <summary>It was taken down.</summary>
    Hidden = 1,

    /// <summary>It was erased to save space.</summary>
    Pruned,
}
