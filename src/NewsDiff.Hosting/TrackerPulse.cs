namespace NewsDiff.Hosting;

/// <summary>Records when the background tracker last succeeded, and which checks throw.</summary>
internal sealed class TrackerPulse(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (DateTimeOffset Since, Exception Thrown)> _throwing = [];
    private DateTimeOffset _lastBeat = clock.GetUtcNow();
    private Exception? _lastFailure;

    /// <summary>How many passes succeeded.</summary>
    public int Passes { get; private set; }

    /// <summary>Notes that a pass succeeded.</summary>
    public void Beat()
    {
        lock (_gate)
        {
            Passes++;
            (_lastBeat, _lastFailure) = (clock.GetUtcNow(), null);
        }
    }

    /// <summary>Notes the outcome of a check.</summary>
    /// <remarks>An exception does not count as a sign of life; a stored version clears earlier exceptions.</remarks>
    public void Note(CheckOutcome outcome)
    {
        string target = outcome.ArticleId ?? outcome.Url.OriginalString;
        lock (_gate)
        {
            if (outcome.Exception is { } thrown)
            {
                _lastFailure = thrown;
                _throwing[target] = (_throwing.TryGetValue(target, out var known)
                    ? known.Since
                    : clock.GetUtcNow(), thrown);
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

    /// <summary>The time since the last success, and any failure since then.</summary>
    public (TimeSpan Silence, Exception? Failure) Read()
    {
        lock (_gate)
        {
            return (clock.GetUtcNow() - _lastBeat, _lastFailure);
        }
    }

    /// <summary>How long checks have kept throwing without a stored version; zero when they do not.</summary>
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
