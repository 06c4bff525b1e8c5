namespace NewsDiff.Tracking;

/// <summary>A visit that a pass has in hand.</summary>
/// <param name="Visit">The visit.</param>
/// <param name="Claim">The claim that it came with; null when it was not claimed.</param>
internal readonly record struct HeldVisit(Visit Visit, ClaimedBatch? Claim);
