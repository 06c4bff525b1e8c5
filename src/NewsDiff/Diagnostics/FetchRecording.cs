using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace NewsDiff.Diagnostics;

/// <summary>Records one fetch over HTTP: an activity while it runs, measurements when it ends.</summary>
internal sealed class FetchRecording : IDisposable
{
    private static readonly ActivitySource Activities = new(NewsDiffDiagnostics.ActivitySourceName);
    private static readonly Meter Meter = new(NewsDiffDiagnostics.MeterName);

    private static readonly UpDownCounter<long> Active = Meter.CreateUpDownCounter<long>(
        "newsdiff.fetch.active", "{request}", "Fetches in progress, including waiting ones.");

    private static readonly Histogram<double> Duration = Meter.CreateHistogram(
        "newsdiff.fetch.duration", "s", "Duration of one fetch, including waiting, robots.txt and redirects.",
        tags: null, Buckets.Seconds);

    private static readonly Histogram<double> Wait = Meter.CreateHistogram(
        "newsdiff.fetch.wait.duration", "s", "How long one request waited for its turn at the site.",
        tags: null, Buckets.Seconds);

    private static readonly Histogram<long> BodySize = Meter.CreateHistogram(
        "http.client.response.body.size", "By", "Size of response bodies as received.", tags: null, Buckets.Bytes);

    private static readonly Counter<long> Holds = Meter.CreateCounter<long>(
        "newsdiff.site.holds", "{hold}", "How often a site asked for a pause.");

    private static readonly Counter<long> BudgetRefusals = Meter.CreateCounter<long>(
        "newsdiff.site.over_budget", "{request}", "Requests that were not sent because the day's are used up.");

    private readonly Activity? _activity;
    private readonly TimeProvider _clock;
    private readonly long _start;
    private readonly KeyValuePair<string, object?> _target;

    private FetchRecording(string target, Uri url, TimeProvider clock)
    {
        _target = new("newsdiff.target", target);
        _activity = Activities.StartActivity("newsdiff.fetch", ActivityKind.Internal);
        _activity?.SetTag(_target.Key, target).SetTag("http.request.method", "GET");
        if (url.IsAbsoluteUri)
        {
            _activity?.SetTag("server.address", url.DnsSafeHost)
                .SetTag("server.port", url.Port)
                .SetTag("url.scheme", url.Scheme);
        }

        _clock = clock;
        _start = clock.GetTimestamp();
        Active.Add(1, _target);
    }

    public static FetchRecording OfArticle(Uri url, TimeProvider clock) => new("article", url, clock);

    public static FetchRecording OfFeed(Uri url, TimeProvider clock) => new("feed", url, clock);

    /// <summary>Measures how long a request waited.</summary>
    public static void Waited(TimeSpan time) => Wait.Record(time.TotalSeconds);

    /// <summary>Measures a body that was received.</summary>
    public static void Received(int statusCode, long bytes) => BodySize.Record(
        bytes, new("http.request.method", "GET"), new("http.response.status_code", statusCode));

    /// <summary>Counts a request that was not sent because the day's are used up.</summary>
    public static void OverBudget() => BudgetRefusals.Add(1);

    /// <summary>Counts a hold, and notes it in the activity of the fetch, which names the host.</summary>
    public static void Held(int? statusCode)
    {
        KeyValuePair<string, object?> status = new("http.response.status_code", statusCode);
        Holds.Add(1, status);
        Activity.Current?.AddEvent(new ActivityEvent("newsdiff.site.hold", tags: [status]));
    }

    /// <summary>Records how the fetch ended.</summary>
    /// <param name="status">How it ended.</param>
    /// <param name="statusCode">The last HTTP status code, or null.</param>
    /// <param name="requests">The number of addresses on its way.</param>
    /// <param name="reason">The reason for the status, or null.</param>
    public void Finish(FetchStatus status, int? statusCode, int requests, string? reason)
    {
        KeyValuePair<string, object?> ended = new("newsdiff.fetch.status", status.ToString());
        bool isFault = status is not (FetchStatus.Fetched or FetchStatus.NotModified);
        Duration.Record(_clock.GetElapsedTime(_start).TotalSeconds, _target, ended);
        if (_activity is null)
        {
            return;
        }

        _activity.SetTag(ended.Key, ended.Value).SetTag("http.request.resend_count", Math.Max(0, requests - 1));
        if (statusCode is { } code)
        {
            _activity.SetTag("http.response.status_code", code);
        }

        if (isFault)
        {
            _activity.SetTag("error.type", status.ToString()).SetStatus(ActivityStatusCode.Error, reason);
        }
    }

    /// <summary>Ends the fetch, cancelled or not.</summary>
    public void Dispose()
    {
        Active.Add(-1, _target);
        _activity?.Dispose();
    }
}
