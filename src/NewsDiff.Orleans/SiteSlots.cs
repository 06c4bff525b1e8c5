using Microsoft.Extensions.Options;
using NewsDiff.Hosting;

namespace NewsDiff.Orleans;

/// <summary>How many sites a silo visits at once: <see cref="TrackerOptions.MaxConcurrency"/>.</summary>
/// <remarks>
/// Grains wait in order of arrival, but not longer than an interval. The planner then wakes them again, perhaps on a
/// silo that was started meanwhile. Instances are safe for concurrent use.
/// </remarks>
internal sealed class SiteSlots(ArticleTracker tracker, IOptions<NewsDiffHostOptions> options) : IDisposable
{
    private readonly SemaphoreSlim _free = new(tracker.Options.MaxConcurrency);

    /// <summary>Waits for a slot; disposing it frees it.</summary>
    /// <returns>The slot; null when none was free for an interval.</returns>
    public async ValueTask<Slot?> TryEnterAsync(CancellationToken cancellationToken)
    {
        using (SiloRecording.Waiting())
        {
            return await _free.WaitAsync(options.Value.Interval, cancellationToken).ConfigureAwait(false)
                ? new Slot(_free)
                : null;
        }
    }

    public void Dispose() => _free.Dispose();

    /// <summary>The right to visit one site.</summary>
    internal sealed class Slot(SemaphoreSlim free) : IDisposable
    {
        private readonly SiloRecording _recording = SiloRecording.Visiting();

        public void Dispose()
        {
            _recording.Dispose();
            free.Release();
        }
    }
}
