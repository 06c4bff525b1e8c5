using NewsDiff.Events;

namespace NewsDiff.AspNetCore.Serving;

/// <summary>Reads the stamp of a store for many requests at once.</summary>
/// <remarks>
/// A request never gets a stamp whose read began before the request came: it may be older than what the client knows.
/// All who come while a read runs share the next one, so that a busy site asks its store one question at a time.
/// </remarks>
internal sealed class StampReader(IStoreStamp store)
{
    private readonly Lock _gate = new();
    private Task<StoreStamp>? _running;
    private Task<StoreStamp>? _next;
    private StoreStamp? _last;

    /// <summary>Reads the stamp as it is now.</summary>
    internal Task<StoreStamp> ReadAsync()
    {
        lock (_gate)
        {
            return _running is not { IsCompleted: false } running
                ? _running = ReadNowAsync()
                : _next ??= ReadAfterAsync(running);
        }
    }

    private async Task<StoreStamp> ReadAfterAsync(Task running)
    {
        // Its own callers hear of its fault.
        await Task.WhenAny(running).ConfigureAwait(false);
        Task<StoreStamp> read;
        lock (_gate)
        {
            _running = read = ReadNowAsync();
            _next = null;
        }

        return await read.ConfigureAwait(false);
    }

    private async Task<StoreStamp> ReadNowAsync()
    {
        // Whoever disposes the site disposes the store: no single request may stop what others wait for.
        StoreStamp stamp = await store.ReadStampAsync(_last, CancellationToken.None).ConfigureAwait(false);
        _last = stamp;
        return stamp;
    }
}
