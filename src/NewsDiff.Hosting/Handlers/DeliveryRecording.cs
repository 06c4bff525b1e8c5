using System.Diagnostics.Metrics;
using NewsDiff.Diagnostics;
using NewsDiff.Events;
using NewsDiff.Tracking;

namespace NewsDiff.Hosting.Handlers;

/// <summary>Measures the deliveries to one handler, and their failures.</summary>
internal sealed class DeliveryRecording(string handler, StoreTime time)
{
    private static readonly Meter Meter = new(NewsDiffDiagnostics.MeterName);

    private static readonly Counter<long> Delivered = Meter.CreateCounter<long>(
        "newsdiff.events.delivered", "{event}", "Events that a handler has handled.");

    private static readonly Counter<long> Failed = Meter.CreateCounter<long>(
        "newsdiff.deliveries.failed", "{attempt}", "Attempts of a handler that failed; each is made again.");

    private static readonly Counter<long> DeadLetters = Meter.CreateCounter<long>(
        "newsdiff.dead_letters", "{event}", "Events that were put aside after many failures.");

    private static readonly Histogram<double> Lag = Meter.CreateHistogram(
        "newsdiff.delivery.lag", "s", "Time from an event to the end of its handling.", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 0.5, 1, 5, 15, 60, 300, 900, 3600, 86_400] });

    private readonly KeyValuePair<string, object?> _handler = new("newsdiff.handler", handler);

    /// <summary>Counts an event that was handled.</summary>
    public void Handled(ArticleEvent happened)
    {
        Delivered.Add(1, _handler, new("newsdiff.event.kind", happened.Kind.ToString()));
        Lag.Record(Math.Max(0, (time.Now - happened.At).TotalSeconds), _handler);
    }

    /// <summary>Counts the events of a digest that was handled.</summary>
    public void Handled(ArticleDigest digest) =>
        Delivered.Add(digest.Count, _handler, new("newsdiff.event.kind", "Digest"));

    /// <summary>Counts a failed attempt.</summary>
    /// <param name="isPutAside">Whether it was the last one.</param>
    public void Missed(bool isPutAside)
    {
        Failed.Add(1, _handler);
        if (isPutAside)
        {
            DeadLetters.Add(1, _handler);
        }
    }
}
