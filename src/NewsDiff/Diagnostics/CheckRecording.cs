using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace NewsDiff.Diagnostics;

/// <summary>Records one check: an activity while it runs, and measurements when it ends.</summary>
/// <remarks>
/// A cancelled check is not counted. Hosts are named on activities only: 3,000 sites would be as many series of each
/// counter, and more than exporters keep.
/// </remarks>
internal sealed class CheckRecording : IDisposable
{
    private static readonly ActivitySource Activities = new(NewsDiffDiagnostics.ActivitySourceName);
    private static readonly Meter Meter = new(NewsDiffDiagnostics.MeterName);

    private static readonly Counter<long> FetchResults = Meter.CreateCounter<long>(
        "newsdiff.fetch.results", "{request}", "Requests for articles and feeds, by how they ended.");

    private static readonly Counter<long> VersionsAppended = Meter.CreateCounter<long>(
        "newsdiff.versions.appended", "{version}", "Stored versions.");

    private static readonly Histogram<double> Duration = Meter.CreateHistogram(
        "newsdiff.check.duration", "s",
        "Duration of one check of an article or feed, including the wait for its turn.", tags: null, Buckets.Seconds);

    private readonly Activity? _activity;
    private readonly TimeProvider _clock;
    private readonly long _start;
    private readonly KeyValuePair<string, object?> _target;

    private CheckRecording(string target, Uri url, TimeProvider clock)
    {
        _target = new("newsdiff.target", target);
        _activity = Activities.StartActivity(
            "newsdiff.check", ActivityKind.Internal, parentContext: default,
            [_target, new("server.address", url.DnsSafeHost)]);
        _clock = clock;
        _start = clock.GetTimestamp();
    }

    public static CheckRecording OfArticle(Uri url, TimeProvider clock) => new("article", url, clock);

    public static CheckRecording OfFeed(Uri url, TimeProvider clock) => new("feed", url, clock);

    public void Finish(CheckOutcome outcome)
    {
        FetchResults.Add(1, new("newsdiff.fetch.status", outcome.Status.ToString()), _target);
        Duration.Record(_clock.GetElapsedTime(_start).TotalSeconds, _target);
        if (outcome.Kind is CheckKind.FirstSeen or CheckKind.Changed)
        {
            VersionsAppended.Add(1);
        }

        _activity?.SetTag("newsdiff.check.kind", outcome.Kind.ToString());
        if (outcome.Kind == CheckKind.Failed)
        {
            _activity?.SetStatus(ActivityStatusCode.Error, outcome.Reason);
        }
    }

    public void Dispose() => _activity?.Dispose();
}
