namespace NewsDiff.Tracking.Passes;

/// <summary>A visit held by a pass.</summary>
/// <param name="Visit">The visit.</param>
/// <param name="Claim">Its claim; null when it was not claimed.</param>
internal readonly record struct HeldVisit(Visit Visit, ClaimedBatch? Claim);
