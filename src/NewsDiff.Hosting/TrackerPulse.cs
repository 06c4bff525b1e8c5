namespace NewsDiff.Hosting;

/// <summary>When the background tracker last got something done, and which checks throw.</summary>
internal sealed class TrackerPulse(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (DateTimeOffset Since, Exception Thrown)> _throwing = [];
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

    /// <summary>Notes what a check found. One that threw is no sign of life; a version that is stored makes up for what threw before.</summary>
    public void Note(CheckOutcome outcome)
    {
        string target = outcome.ArticleId ?? outcome.Url.OriginalString;
        lock (_gate)
        {
            if (outcome.Exception is { } thrown)
            {
                _lastFailure = thrown;
                _throwing[target] = (_throwing.TryGetValue(target, out var known) ? known.Since : clock.GetUtcNow(), thrown);
                return;
            }

            (_lastBeat, _lastFailure) = (clock.GetUtcNow(), null);
            _throwing.Remove(target);
            if (outcome.Kind is CheckKind.FirstSeen or CheckKind.Changed)
            {
                _throwing.Clear();
            }
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

    /// <summary>For how long a check has thrown whenever it was made, while no version was stored; zero when none has.</summary>
    public (TimeSpan Time, Exception? Thrown) ReadThrowing()
    {
        lock (_gate)
        {
            (DateTimeOffset since, Exception? thrown) = _throwing.Count == 0
                ? (clock.GetUtcNow(), null)
                : _throwing.Values.MinBy(check => check.Since);
            return (clock.GetUtcNow() - since, thrown);
        }
    }
}
