using System.Collections.Concurrent;

namespace NewsDiff.Fetching.Robots;

/// <summary>Keeps the robots.txt of each site for as long as it may be used.</summary>
internal sealed class RobotsCache(TimeProvider timeProvider)
{
    private const int MaxSites = 4096;

    private readonly ConcurrentDictionary<string, RobotsEntry> _entries = new(StringComparer.Ordinal);

    /// <summary>Gives the answer for a site, and requests it when it is missing or outdated.</summary>
    /// <remarks>If several callers wait for an answer, one of them requests it.</remarks>
    /// <param name="site">The site: scheme, host and port.</param>
    /// <param name="ask">Asks the site.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer.</returns>
    public async ValueTask<RobotsAnswer> GetAsync(
        string site, Func<CancellationToken, Task<RobotsAnswer>> ask, CancellationToken cancellationToken)
    {
        RobotsEntry entry = _entries.GetOrAdd(site, static _ => new RobotsEntry());
        if (entry.Current(timeProvider) is { } known)
        {
            return known;
        }

        await entry.Asking.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (entry.Current(timeProvider) is { } justAnswered)
            {
                return justAnswered;
            }

            RobotsAnswer answer = await ask(cancellationToken).ConfigureAwait(false);
            entry.Keep(answer, timeProvider);
            ForgetSomeIfFull();
            return answer;
        }
        finally
        {
            entry.Asking.Release();
        }
    }

    /// <summary>Clears all answers.</summary>
    public void Clear() => _entries.Clear();

    private void ForgetSomeIfFull()
    {
        if (_entries.Count <= MaxSites)
        {
            return;
        }

        // The oldest quarter is removed at once, to make room for the next entries.
        foreach ((string site, RobotsEntry entry) in _entries.ToArray()
            .OrderBy(static known => known.Value.Since)
            .Take(MaxSites / 4))
        {
            if (entry.Asking.CurrentCount > 0)
            {
                _entries.TryRemove(site, out _);
            }
        }
    }
}
