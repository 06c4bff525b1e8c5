namespace NewsDiff.Evaluation.Workers;

/// <summary>What the workers of one run do.</summary>
/// <param name="Pages">The pages of each site.</param>
/// <param name="Gap">The least time between two requests to a site.</param>
/// <param name="Lease">How long a claimed visit is kept from other workers.</param>
/// <param name="Interval">When a page is visited again.</param>
/// <param name="IsCluster">Whether the workers are the silos of an Orleans cluster.</param>
internal sealed record WorkerPlan(
    int Pages, TimeSpan Gap, TimeSpan Lease, TimeSpan Interval, bool IsCluster = false);
