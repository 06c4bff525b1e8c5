using System.Diagnostics.Metrics;

namespace NewsDiff.Diagnostics;

/// <summary>The bucket bounds of histograms; OpenTelemetry's defaults end at ten seconds.</summary>
internal static class Buckets
{
    /// <summary>Seconds, from a quick answer to an hour in a queue.</summary>
    public static InstrumentAdvice<double> Seconds { get; } = new()
    {
        HistogramBucketBoundaries = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600],
    };

    /// <summary>Bytes, from a redirect to the largest page.</summary>
    public static InstrumentAdvice<long> Bytes { get; } = new()
    {
        HistogramBucketBoundaries =
            [0, 1 << 10, 4 << 10, 16 << 10, 64 << 10, 256 << 10, 1 << 20, 4 << 20, 16 << 20, 64 << 20],
    };
}
