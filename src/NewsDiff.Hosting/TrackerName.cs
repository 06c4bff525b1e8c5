namespace NewsDiff.Hosting;

/// <summary>Marks a tracker as registered: its name, or null for the one without.</summary>
internal sealed record TrackerName(string? Value);
