using NewsDiff.Tracking;

namespace NewsDiff.Evaluation.Schedule;

/// <summary>A policy that does not learn what an article's site does.</summary>
internal sealed class WithoutSites(IRevisitPolicy inner) : IRevisitPolicy
{
    public TimeSpan MinInterval => inner.MinInterval;

    public TimeSpan MaxInterval => inner.MaxInterval;

    public TimeSpan? NextInterval(RevisitFacts facts) => inner.NextInterval(facts with { SiteActivity = 0 });
}
