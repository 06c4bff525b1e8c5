namespace NewsDiff.Tracking.Visits;

/// <summary>What a visit to an article found, before anything is written.</summary>
/// <param name="Kind">What was found.</param>
/// <param name="Visit">The state to remember, not yet scheduled.</param>
internal sealed record Finding(CheckKind Kind, Visit Visit)
{
    /// <summary>Why, in a sentence for people, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether it must be seen again before it counts.</summary>
    public bool NeedsConfirmation { get; init; }

    /// <summary>Whether what was read is to be stored as a version.</summary>
    public bool IsVersion => Kind is CheckKind.FirstSeen or CheckKind.Changed;
}
