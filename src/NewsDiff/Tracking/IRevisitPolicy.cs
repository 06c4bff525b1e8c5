namespace NewsDiff.Tracking;

/// <summary>Says how long to wait until the next visit.</summary>
/// <remarks>Implementations are pure: equal facts give equal answers, on every machine.</remarks>
public interface IRevisitPolicy
{
    /// <summary>The time from this visit to the next one.</summary>
    /// <param name="facts">What is known after this visit.</param>
    /// <returns>The interval, more than zero; null to visit no more.</returns>
    TimeSpan? NextInterval(RevisitFacts facts);
}
