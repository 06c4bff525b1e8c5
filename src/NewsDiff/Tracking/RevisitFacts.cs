namespace NewsDiff.Tracking;

/// <summary>What a <see cref="IRevisitPolicy"/> may know of a page or feed that was just visited.</summary>
/// <param name="SinceChange">The time since it last said something new; zero when this visit found that.</param>
/// <param name="LastInterval">The interval that ended with this visit; zero at the first one.</param>
public readonly record struct RevisitFacts(TimeSpan SinceChange, TimeSpan LastInterval);
