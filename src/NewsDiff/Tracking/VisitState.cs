namespace NewsDiff.Tracking;

/// <summary>The states of a page or feed.</summary>
public enum VisitState
{
    /// <summary>It is visited regularly.</summary>
    Active = 1,

    /// <summary>It is no longer at its address.</summary>
    /// <remarks>After a 404, it is still looked for now and then; after a 410, no more.</remarks>
    Vanished,

    /// <summary>It has not changed for so long that it is no longer visited.</summary>
    Retired,

    /// <summary>It is no longer followed.</summary>
    Removed,

    /// <summary>It was merged into another article, which is visited instead.</summary>
    Merged,

    /// <summary>A person paused it; it is still followed.</summary>
    /// <remarks>It is not visited until it is active and due again, or a person asks for a check of it.</remarks>
    Paused,
}
