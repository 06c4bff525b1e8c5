namespace NewsDiff.Evaluation.Workers;

/// <summary>The machine's clock, set wrong.</summary>
internal sealed class SkewedClock(TimeSpan skew) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + skew;
}
