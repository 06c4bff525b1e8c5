namespace NewsDiff.Tracking;

/// <summary>Where a page or feed stands in its life.</summary>
public enum VisitState
{
    /// <summary>It is visited regularly.</summary>
    Active = 1,

    /// <summary>
    /// It is not where it was: looked for now and then when it was only not found (404), no more when it is gone (410).
    /// </summary>
    Vanished,

    /// <summary>It has not changed for so long that it is visited no more.</summary>
    Retired,

    /// <summary>Somebody asked not to follow it any more.</summary>
    Removed,

    /// <summary>It turned out to be another article, which is visited in its place.</summary>
    Merged,
}
