namespace NewsDiff.Tracking;

/// <summary>A clock of a run that is made again: what lies ahead of it was planned by clocks that are right.</summary>
public abstract class PastClock : TimeProvider;
