namespace NewsDiff.Tracking;

/// <summary>The clock of a repeated run; plans ahead of it come from correct clocks.</summary>
public abstract class PastClock : TimeProvider;
