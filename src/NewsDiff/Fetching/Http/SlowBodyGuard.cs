
namespace NewsDiff.Fetching.Http;

/// <summary>Gives up on a slow body, judging by the bytes in each window of time.</summary>
internal sealed class SlowBodyGuard : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stop;
    private readonly ITimer _timer;
    private readonly double _least;
    private long _received;
    private bool _isDisposed;

    /// <summary>Starts the first window.</summary>
    public SlowBodyGuard(HttpFetchOptions options, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        _least = options.MinBytesPerSecond * options.RateWindow.TotalSeconds;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _timer = timeProvider.CreateTimer(_ => Look(), state: null, options.RateWindow, options.RateWindow);
    }

    /// <summary>Cancelled when the body is too slow, or with the request.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>Whether the body was too slow.</summary>
    public bool HasGivenUp { get; private set; }

    /// <summary>Counts received bytes.</summary>
    public void Count(int bytes) => Interlocked.Add(ref _received, bytes);

    /// <summary>Ends the last window.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
        }

        _timer.Dispose();
        _stop.Dispose();
    }

    private void Look()
    {
        if (Interlocked.Exchange(ref _received, 0) >= _least)
        {
            return;
        }

        // The timer may still fire while the body ends.
        lock (_gate)
        {
            if (!_isDisposed)
            {
                HasGivenUp = true;
                _stop.Cancel();
            }
        }
    }
}
