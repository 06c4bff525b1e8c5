using NewsDiff.Events;

namespace NewsDiff.AspNetCore.Tests;

/// <summary>A stamp that a test changes, and that counts how often it is read.</summary>
internal sealed class CountedStamp : IStoreStamp
{
    private int _reads;

    internal StoreStamp Now { get; private set; } = new() { Writes = "1", Events = "1" };

    internal int Reads => _reads;

    internal void Write(string writes, string events) => Now = new StoreStamp { Writes = writes, Events = events };

    /// <summary>Holds every read until it is done; null to answer at once.</summary>
    internal TaskCompletionSource? Held { get; set; }

    public async ValueTask<StoreStamp> ReadStampAsync(
        StoreStamp? earlier, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _reads);
        if (Held is { } held)
        {
            await held.Task;
        }

        return Now;
    }
}
