using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace NewsDiff.Diagnostics;

/// <summary>Records one pass: an activity to which its checks belong, and its duration.</summary>
internal sealed class PassRecording : IDisposable
{
    private static readonly ActivitySource Activities = new(NewsDiffDiagnostics.ActivitySourceName);
    private static readonly Meter Meter = new(NewsDiffDiagnostics.MeterName);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram(
        "newsdiff.pass.duration", "s", "Duration of one pass.", tags: null, Buckets.Seconds);

    private readonly Activity? _activity;
    private readonly TimeProvider _clock;
    private readonly long _start;
    private readonly KeyValuePair<string, object?> _kind;
    private int _visits;
    private int _versions;

    /// <summary>Begins to record.</summary>
    /// <param name="kind">The scope of the pass: <c>due</c>, <c>site</c>, <c>feed</c> or <c>all</c>.</param>
    /// <param name="site">The only site of the pass, or null.</param>
    /// <param name="clock">The clock.</param>
    public PassRecording(string kind, string? site, TimeProvider clock)
    {
        _kind = new("newsdiff.pass.kind", kind);
        _activity = Activities.StartActivity("newsdiff.pass", ActivityKind.Internal);
        _activity?.SetTag(_kind.Key, kind).SetTag("newsdiff.site", site);
        _clock = clock;
        _start = clock.GetTimestamp();
    }

    /// <summary>Counts an outcome.</summary>
    public void Note(CheckOutcome outcome)
    {
        Interlocked.Increment(ref _visits);
        if (outcome.Kind is CheckKind.FirstSeen or CheckKind.Changed)
        {
            Interlocked.Increment(ref _versions);
        }
    }

    /// <summary>Notes that the pass ended before it was done.</summary>
    public void Fail(Exception exception) => _activity?
        .SetTag("error.type", exception.GetType().FullName)
        .SetStatus(ActivityStatusCode.Error, exception.Message);

    public void Dispose()
    {
        Duration.Record(_clock.GetElapsedTime(_start).TotalSeconds, _kind);
        _activity?.SetTag("newsdiff.pass.visits", _visits).SetTag("newsdiff.pass.versions", _versions);
        _activity?.Dispose();
    }
}
