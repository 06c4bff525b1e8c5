namespace NewsDiff.Hosting;

/// <summary>Marks a tracker as registered: its name, or null for the tracker without one.</summary>
internal sealed record TrackerName(string? Value);
