namespace NewsDiff.Fetching;

/// <summary>The requests to one host, one after the other.</summary>
internal sealed class HostLane : IDisposable
{
    /// <summary>Held by whose turn it is.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>How many hold the gate or wait for it; guarded by the lock of <see cref="HostPoliteness"/>.</summary>
    public int Users { get; set; }

    /// <summary>When the last request ended, as a timestamp of the clock; written by whose turn it is.</summary>
    public long? LastRequestEnd { get; set; }

    /// <summary>
    /// Until when the host asked to be left alone, as a timestamp of the clock; written by whose turn it is.
    /// </summary>
    public long? HeldUntil { get; set; }

    /// <summary>How often in a row it asked to be left alone; written by whose turn it is.</summary>
    public int Holds { get; set; }

    /// <inheritdoc/>
    public void Dispose() => Gate.Dispose();
}
