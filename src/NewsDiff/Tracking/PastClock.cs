namespace NewsDiff.Tracking;

/// <summary>The clock of a repeated run.</summary>
/// <remarks>Visits planned ahead of it were planned by correct clocks.</remarks>
public abstract class PastClock : TimeProvider;
