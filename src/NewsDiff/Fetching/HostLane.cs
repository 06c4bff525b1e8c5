namespace NewsDiff.Fetching;

/// <summary>The requests to one host, one after the other.</summary>
internal sealed class HostLane : IDisposable
{
    /// <summary>Held by the caller whose turn it is.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>How many hold or await the gate; guarded by the lock of <see cref="HostPoliteness"/>.</summary>
    public int Users { get; set; }

    /// <summary>When the last request ended, as a timestamp; written by the holder of the gate.</summary>
    public long? LastRequestEnd { get; set; }

    /// <summary>The end of the hold, as a timestamp; written by the holder of the gate.</summary>
    public long? HeldUntil { get; set; }

    /// <summary>The number of consecutive holds; written by the holder of the gate.</summary>
    public int Holds { get; set; }

    /// <inheritdoc/>
    public void Dispose() => Gate.Dispose();
}
