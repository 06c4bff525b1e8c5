namespace NewsDiff.Cards.Lettering;

/// <summary>What happened to a character.</summary>
internal enum Mark
{
    /// <summary>It was kept.</summary>
    Kept = 1,

    /// <summary>It was removed.</summary>
    Removed,

    /// <summary>It was added.</summary>
    Added,
}
