namespace NewsDiff.Tracking;

/// <summary>What a <see cref="IRevisitPolicy"/> may know of a page or feed that was just visited.</summary>
public readonly record struct RevisitFacts
{
    /// <summary>The time since it last said something new; zero when this visit found that.</summary>
    public TimeSpan SinceChange { get; init; }

    /// <summary>The interval that ended with this visit; zero at the first one.</summary>
    public TimeSpan LastInterval { get; init; }
}
