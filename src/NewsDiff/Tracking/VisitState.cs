namespace NewsDiff.Tracking;

/// <summary>Where a page or feed stands in its life.</summary>
public enum VisitState
{
    /// <summary>It is visited regularly.</summary>
    Active = 1,

    /// <summary>It is no longer at its address.</summary>
    /// <remarks>After a 404, it is still looked for now and then; after a 410, no more.</remarks>
    Vanished,

    /// <summary>It has not changed for so long that it is visited no more.</summary>
    Retired,

    /// <summary>Somebody asked not to follow it any more.</summary>
    Removed,

    /// <summary>It turned out to be another article, which is visited in its place.</summary>
    Merged,
}
