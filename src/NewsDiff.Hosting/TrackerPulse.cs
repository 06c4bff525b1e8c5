namespace NewsDiff.Hosting;

/// <summary>When the background tracker last got something done.</summary>
internal sealed class TrackerPulse(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private DateTimeOffset _lastBeat = clock.GetUtcNow();
    private Exception? _lastFailure;

    /// <summary>Notes that a pass, or a step of one, succeeded.</summary>
    public void Beat()
    {
        lock (_gate)
        {
            (_lastBeat, _lastFailure) = (clock.GetUtcNow(), null);
        }
    }

    /// <summary>Notes that a pass failed.</summary>
    public void Miss(Exception failure)
    {
        lock (_gate)
        {
            _lastFailure = failure;
        }
    }

    /// <summary>How long ago the last success was, and what failed since, if anything.</summary>
    public (TimeSpan Silence, Exception? Failure) Read()
    {
        lock (_gate)
        {
            return (clock.GetUtcNow() - _lastBeat, _lastFailure);
        }
    }
}
