namespace NewsDiff.Research.Import;

/// <summary>Cuts times as stores do, so that they compare.</summary>
internal static class WholeTime
{
    internal static DateTimeOffset ToMillisecond(DateTimeOffset time)
    {
        DateTimeOffset utc = time.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMillisecond));
    }
}
