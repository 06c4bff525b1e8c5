namespace NewsDiff.Tracking.Visits;

/// <summary>The findings of a visit to an article, before anything is written.</summary>
/// <param name="Kind">The outcome.</param>
/// <param name="Visit">The new state, not yet scheduled.</param>
internal sealed record Finding(CheckKind Kind, Visit Visit)
{
    /// <summary>Why, in a sentence for people, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether it counts only if it is seen again.</summary>
    public bool NeedsConfirmation { get; init; }

    /// <summary>Whether to store a version.</summary>
    public bool IsVersion => Kind is CheckKind.FirstSeen or CheckKind.Changed;
}
