using NewsDiff.Tracking;

namespace NewsDiff.Evaluation.Schedule;

/// <summary>A policy that takes every article for new when it is found.</summary>
internal sealed class WithoutDates(IRevisitPolicy inner) : IRevisitPolicy
{
    public TimeSpan MinInterval => inner.MinInterval;

    public TimeSpan MaxInterval => inner.MaxInterval;

    public TimeSpan? NextInterval(RevisitFacts facts) => inner.NextInterval(facts with { StatedAge = TimeSpan.Zero });
}
