using System.Diagnostics.Metrics;
using NewsDiff.Diagnostics;

namespace NewsDiff.Orleans;

/// <summary>Counts the grains of this silo that visit their site or wait to visit it.</summary>
internal sealed class SiloRecording : IDisposable
{
    private static readonly Meter Meter = new(NewsDiffDiagnostics.MeterName);

    private static readonly UpDownCounter<long> Sites = Meter.CreateUpDownCounter<long>(
        "newsdiff.silo.sites", "{site}", "Sites that grains of this silo visit or wait to visit.");

    private readonly KeyValuePair<string, object?> _state;

    private SiloRecording(string state)
    {
        _state = new("newsdiff.site.state", state);
        Sites.Add(1, _state);
    }

    public static SiloRecording Waiting() => new("waiting");

    public static SiloRecording Visiting() => new("visiting");

    public void Dispose() => Sites.Add(-1, _state);
}
