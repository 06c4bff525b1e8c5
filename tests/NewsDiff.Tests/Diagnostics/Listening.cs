using System.Diagnostics.Metrics;
using NewsDiff.Diagnostics;

namespace NewsDiff.Tests.Diagnostics;

/// <summary>Hears what the work of one test measures, while other tests measure too.</summary>
internal static class Listening
{
    private static readonly AsyncLocal<object?> Owner = new();

    /// <summary>Listens to what the caller, and all that it begins, measures from now on.</summary>
    public static MeterListener ToOwn(Action<Instrument, double, KeyValuePair<string, object?>[]> hear)
    {
        object mine = new();
        Owner.Value = mine;
        var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, self) =>
            {
                if (instrument.Meter.Name == NewsDiffDiagnostics.MeterName)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument, value, tags));
        listener.Start();
        return listener;

        void Hear(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (ReferenceEquals(Owner.Value, mine))
            {
                hear(instrument, value, tags.ToArray());
            }
        }
    }
}
