namespace NewsDiff.Evaluation.Tracking;

/// <summary>When a tracker stored a version.</summary>
/// <param name="Visit">At which visit that saw it; 0 for none.</param>
/// <param name="Delay">How long after the first of them.</param>
/// <param name="IsUncertain">Whether it was stored with a doubt.</param>
/// <param name="Reason">What the first visit said.</param>
internal sealed record StoredVersion(int Visit, TimeSpan Delay, bool IsUncertain, string Reason);
