using NewsDiff.Tracking;

namespace NewsDiff.Samples.OwnHost;

/// <summary>Visits an article every two hours, for a week.</summary>
public sealed class OneWeek : IRevisitPolicy
{
    /// <inheritdoc/>
    public TimeSpan? NextInterval(RevisitFacts facts) =>
        facts.Age < TimeSpan.FromDays(7) ? TimeSpan.FromHours(2) : null;
}
