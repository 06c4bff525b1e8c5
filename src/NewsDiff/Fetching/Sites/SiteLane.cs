namespace NewsDiff.Fetching.Sites;

/// <summary>The requests to one site, one after the other.</summary>
internal sealed class SiteLane(string site) : IDisposable
{
    /// <summary>The site.</summary>
    public string Site => site;

    /// <summary>Held by the caller whose turn it is.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>How many hold the gate or wait for it; guarded by the lock of <see cref="SiteLanes"/>.</summary>
    public int Users { get; set; }

    /// <summary>When the last request ended, as a timestamp; written by the holder of the gate.</summary>
    public long? LastRequestEnd { get; set; }

    /// <summary>The end of the site's hold, as a timestamp of the clock; written by the holder of the turn.</summary>
    public long? HeldUntil { get; set; }

    /// <summary>The number of consecutive holds; written by the holder of the gate.</summary>
    public int Holds { get; set; }

    /// <summary>The rest of the site's hold, or null.</summary>
    public TimeSpan? HeldFor(TimeProvider timeProvider) =>
        HeldUntil is { } until
            && timeProvider.GetElapsedTime(timeProvider.GetTimestamp(), until) is { Ticks: > 0 } rest
            ? rest
            : null;

    /// <inheritdoc/>
    public void Dispose() => Gate.Dispose();
}
